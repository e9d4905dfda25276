export { folderTransport } from './folder-transport.ts';
export { type SmtpOptions, smtpTransport } from './smtp-transport.ts';
