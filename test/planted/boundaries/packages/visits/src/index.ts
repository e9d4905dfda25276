// Planted: a domain that knows another domain, and by a path into its folder.
export { site } from '../../organisation/src/index.ts';
