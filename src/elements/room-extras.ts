import { html, type TemplateResult } from 'lit';
import './call-banner.js';
import './call-invitation.js';

export function banner(): TemplateResult {
  return html`<zego-call-banner part="banner" exportparts="button, offer-button"></zego-call-banner>`;
}

export function invitation(url: string, token: string): TemplateResult {
  return html`<zego-call-invitation
    slot="empty"
    exportparts="button, copy-button, link"
    .url=${url}
    .token=${token}
  ></zego-call-invitation>`;
}
