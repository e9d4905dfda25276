// Planted: a browser app that carries a domain's code along.
import { site } from '../../../packages/organisation/src/index.ts';

export const title = `Welcome in ${site}`;
