// Google Sheets behind the port, and what its sidebar calls.
export { rpc } from './rpc.ts';
export { sheetsHost } from './sheetsHost.ts';
