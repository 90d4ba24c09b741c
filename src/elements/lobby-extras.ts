import { css } from 'lit';
import './device-check.js';
import './permission-help.js';

/** What the lobby shows once somebody has asked for a device. The tags are for it alone. */
export const lobbyExtraStyles = css`
  zego-device-check {
    margin-block-start: 16px;
  }
`;
