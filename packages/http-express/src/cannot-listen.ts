/**
 * - `port_taken` another program listens there
 * - `port_forbidden` this account may not (on most systems, ports below 1024)
 * - `address_unknown` the host name is none of this machine
 * - `listen_failed` anything else; the cause says what
 */
export type CannotListenCode = 'port_taken' | 'port_forbidden' | 'address_unknown' | 'listen_failed';

/** The server could not start. Nothing was changed; `sentences` tell a person what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
  readonly code: CannotListenCode;
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(cause: NodeJS.ErrnoException, place: { readonly host: string; readonly port: number }) {
    const code = codeBySystemError[cause.code ?? ''] ?? 'listen_failed';
    const sentences = words[code]({ ...place, reason: cause.message });
    super(sentences.en, { cause });
    this.code = code;
    this.sentences = sentences;
  }
}

const codeBySystemError: Readonly<Partial<Record<string, CannotListenCode>>> = {
  EADDRINUSE: 'port_taken',
  EACCES: 'port_forbidden',
  EADDRNOTAVAIL: 'address_unknown',
  ENOTFOUND: 'address_unknown',
  EAI_AGAIN: 'address_unknown',
};

type Figures = { readonly host: string; readonly port: number; readonly reason: string };

const words: Readonly<Record<CannotListenCode, (figures: Figures) => { readonly de: string; readonly en: string }>> = {
  port_taken: ({ host, port }) => ({
    de: `Auf ${host}, Port ${port}, läuft schon ein anderes Programm. Es wurde nichts geändert. Bitte beenden Sie es oder wählen Sie mit PORT einen anderen Port.`,
    en: `Another program is already listening on ${host}, port ${port}. Nothing was changed. Please stop it, or choose another port with PORT.`,
  }),
  port_forbidden: ({ port }) => ({
    de: `Dieses Benutzerkonto darf Port ${port} nicht öffnen. Es wurde nichts geändert. Bitte wählen Sie mit PORT einen Port ab 1024.`,
    en: `This account may not open port ${port}. Nothing was changed. Please choose a port from 1024 on with PORT.`,
  }),
  address_unknown: ({ host }) => ({
    de: `${host} ist keine Adresse dieses Rechners. Es wurde nichts geändert. Bitte nehmen Sie 127.0.0.1 oder eine Adresse, die er hat.`,
    en: `${host} is no address of this machine. Nothing was changed. Please use 127.0.0.1, or an address that it has.`,
  }),
  listen_failed: ({ host, port, reason }) => ({
    de: `Auf ${host}, Port ${port}, kann nicht gelauscht werden (${reason}). Es wurde nichts geändert. Bitte beheben Sie die Ursache und starten Sie noch einmal.`,
    en: `Listening on ${host}, port ${port}, is not possible (${reason}). Nothing was changed. Please put the cause right and start again.`,
  }),
};
