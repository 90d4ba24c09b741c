import { pause } from '../support/wait.js';
import type { SentText, ZegoCloud } from './zego-cloud.js';
import type { TextAnswer, TextSenders } from './zego-internals.js';

let requests = 0;
let messages = 0;

/** The room's server, for messages and commands: the SDK's own message object decides what reaches it, and when. */
export function textSenders(cloud: () => ZegoCloud): TextSenders {
  return {
    sendRoomMsg: ({ msg_content: text }, onSuccess, onError) =>
      take(cloud(), [{ kind: 'broadcast', text, to: [] }], onError, (seq) =>
        onSuccess({ header: { seq }, body: { msg_id: ++messages } }),
      ),
    sendBigRoomMessage: ({ msgs }, onSuccess, onError) =>
      take(
        cloud(),
        msgs.map(({ msg_content: text }) => ({ kind: 'barrage', text, to: [] })),
        onError,
        (seq) => {
          const msg_list = msgs.map(({ bigmsg_client_id }) => ({
            msg_client_id: bigmsg_client_id,
            msg_id: `${++messages}`,
          }));
          onSuccess({ header: { seq }, body: { bigim_time_window: cloud().barrageWindow, msg_list } });
        },
      ),
    sendCustomCommand: ({ custom_msg, dest_id_name }, onSuccess, onError) => {
      const { custom_content: text } = JSON.parse(custom_msg) as { custom_content: string };
      return take(cloud(), [{ kind: 'command', text, to: dest_id_name }], onError, (seq) =>
        onSuccess({ header: { seq }, body: {} }),
      );
    },
  };
}

function take(
  cloud: ZegoCloud,
  texts: readonly SentText[],
  onError: TextAnswer,
  onTaken: (seq: number) => void,
): number {
  const seq = ++requests;
  void pause(cloud.latency).then(() => {
    if (cloud.silent) return;
    const err_code = cloud.textRefusals.shift();
    if (err_code) return onError({ header: { seq }, body: { err_code, err_message: 'refused' } });
    for (const text of texts) cloud.take(text);
    onTaken(seq);
  });
  return seq;
}
