import type { RefusalWords } from '@front-office/kernel';
import type { HttpCode } from '../codes.ts';

/** Every sentence of this package in one language. */
export type HttpWords = RefusalWords<HttpCode>;
