import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    min-inline-size: 0;
    overflow: auto;
  }
  .lobby {
    display: grid;
    flex: 1 0 auto;
    align-content: center;
    justify-items: center;
    gap: 20px;
    padding: clamp(12px, 4cqi, 48px);
  }
  slot[name='logo']::slotted(*) {
    margin: clamp(12px, 4cqi, 32px) clamp(12px, 4cqi, 48px) 0;
    align-self: start;
  }
  .stage {
    inline-size: 100%;
    max-inline-size: 640px;
  }
  .devices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-block-start: 14px;
  }
  form {
    display: grid;
    gap: 14px;
    inline-size: 100%;
    max-inline-size: 22.5em;
  }
  h2 {
    margin: 0;
    font-size: 1.6em;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .message {
    margin: 0;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--_danger);
    border-radius: 6px;
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .message[data-calm] {
    border-color: var(--_line);
  }
  .message[hidden] {
    display: none;
  }
  .joining {
    margin: 0;
    color: var(--_muted);
  }
  @container (min-width: 720px) {
    .lobby {
      grid-template-columns: minmax(0, 3fr) minmax(260px, 22.5em);
      align-items: center;
      justify-items: stretch;
      gap: 0 clamp(24px, 5cqi, 64px);
      inline-size: 100%;
      max-inline-size: 75em;
      margin-inline: auto;
    }
    .stage {
      max-inline-size: none;
    }
    form {
      grid-area: 1 / 2 / span 2;
    }
  }
`;
