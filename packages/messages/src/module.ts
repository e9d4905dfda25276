import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import type { MessagePorts } from './ports.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { messages } from './workflow.ts';

/** The package as an office composes it. */
export const messagesModule = defineModule<MessagePorts>({
  name: 'messages',
  definitions: [messages],
  routes,
  words: { de, en },
  migrations: new URL('../migrations/', import.meta.url),
});
