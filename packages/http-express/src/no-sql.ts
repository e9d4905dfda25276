import type { Actor, Asked, Kernel } from '@front-office/kernel';

/** A route asked for rows by SQL, and the kernel's store has none: the memory store. */
export class StoreHasNoSql extends Error {
  override readonly name = 'StoreHasNoSql';
}

/** The store's rows in one office, as far as this actor may read them. @throws {StoreHasNoSql} when they are asked for and there is no SQL. */
export const rowsOf = (kernel: Kernel, office: string, actor: Actor): Asked['query'] =>
  kernel.query(office, actor) ??
  (() => {
    throw new StoreHasNoSql('This route reads by SQL, and the memory store has none.');
  });
