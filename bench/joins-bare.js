// The least that shows as many people: for each a box with a `<video>`, an avatar and a name.
import { untilRest } from './long-tasks.js';

const grid = document.querySelector('.grid');

window.join = (count) =>
  untilRest(
    () => {
      for (let nth = 1; nth <= count; nth++) grid.append(tile(`person-${nth}`));
    },
    () => grid.childElementCount === count,
  );

function tile(name) {
  const box = Object.assign(document.createElement('div'), { className: 'tile' });
  const video = Object.assign(document.createElement('video'), {
    autoplay: true,
    srcObject: new MediaStream(),
  });
  const avatar = Object.assign(document.createElement('div'), { className: 'avatar', textContent: name[0] });
  const label = Object.assign(document.createElement('div'), { className: 'label', textContent: name });
  box.append(video, avatar, label);
  return box;
}
