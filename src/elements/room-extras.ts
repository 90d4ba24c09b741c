import './call-banner.js';
import './call-invitation.js';
