/**
 * The demo page: reads the address, sets the attributes of the call, and keeps both in step.
 * `?room=` and `?user=` say who and where; `?via=` is `relay` (default), `tabs` or `zego`.
 */
const call = document.getElementById('call');
const settings = document.getElementById('settings');
const form = document.getElementById('settings-form');

const PROJECT = ['app-id', 'token', 'token-url'];

function readAddress() {
  const query = new URLSearchParams(location.search);
  return {
    room: query.get('room') || 'demo',
    user: query.get('user') || `guest-${crypto.randomUUID().slice(0, 6)}`,
    via: query.get('via') || 'relay',
    'app-id': query.get('app-id') || '',
    // A token is a credential: it is typed in, and never put into an address that people share.
    token: '',
    'token-url': query.get('token-url') || '',
  };
}

function addressOf(choice) {
  const shared = Object.entries(choice).filter(([name, value]) => name !== 'token' && value !== '');
  return `?${new URLSearchParams(shared)}`;
}

function apply(choice) {
  setAttribute('room', choice.room);
  setAttribute('user', choice.user);
  setAttribute('engine', choice.via === 'zego' ? 'zego' : 'local');
  setAttribute('server', choice.via === 'relay' ? `${location.origin.replace('http', 'ws')}/relay` : '');
  for (const name of PROJECT) setAttribute(name, choice.via === 'zego' ? choice[name] : '');

  document.title = `${choice.room} · ZEGO Call`;
  document.getElementById('room-name').textContent = choice.room;
  document.getElementById('second-tab').href = addressOf({ ...choice, user: '' });
  history.replaceState(null, '', addressOf(choice));
}

function setAttribute(name, value) {
  if (value) call.setAttribute(name, value);
  else call.removeAttribute(name);
}

function showProject() {
  document.getElementById('project').hidden = form.elements.via.value !== 'zego';
}

let choice = readAddress();
apply(choice);

document.getElementById('open-settings').addEventListener('click', () => {
  for (const [name, value] of Object.entries(choice)) form.elements[name].value = value;
  showProject();
  settings.showModal();
});
form.addEventListener('change', showProject);
settings.addEventListener('close', () => {
  if (settings.returnValue !== 'apply') return;
  choice = Object.fromEntries(new FormData(form));
  apply(choice);
});
