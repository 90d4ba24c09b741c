// The least that joins two pages over WebRTC: the newcomer says hello, whoever is there offers, the newcomer
// answers. The same handshake, over the same BroadcastChannel, as the local engine's, with nothing around it.

/** Resolves with the milliseconds from the call to the first remote frame; never for the first page in a room. */
window.join = async (room) => {
  const start = performance.now();
  const media = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  });
  const channel = new BroadcastChannel(room);
  const connection = new RTCPeerConnection();
  for (const track of media.getTracks()) connection.addTrack(track, media);
  connection.onicecandidate = ({ candidate }) =>
    candidate && channel.postMessage({ candidate: candidate.toJSON() });
  const describe = async () => {
    await connection.setLocalDescription();
    channel.postMessage({ description: connection.localDescription.toJSON() });
  };
  channel.onmessage = async ({ data }) => {
    if (data.hello) await describe();
    if (data.candidate) await connection.addIceCandidate(data.candidate);
    if (!data.description) return;
    await connection.setRemoteDescription(data.description);
    if (data.description.type === 'offer') await describe();
  };
  channel.postMessage({ hello: true });
  const [stream] = await new Promise((resolve) => (connection.ontrack = ({ streams }) => resolve(streams)));
  const video = document.body.appendChild(document.createElement('video'));
  video.srcObject = stream;
  void video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  return performance.now() - start;
};
