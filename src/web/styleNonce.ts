import { setNonce } from 'get-nonce';

// Dialogs add a style of their own while they are open; the policy lets it pass with the page's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) setNonce(nonce);
