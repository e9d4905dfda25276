import { v5, v7 } from 'uuid';
import * as z from 'zod';

/** The UUID of one kind of thing: an `Id<'StaffId'>` cannot be handed to what asks for an `Id<'RoomId'>`. */
export type Id<Brand extends string> = string & z.$brand<Brand>;

/**
 * The schema of one kind of id: `const StaffId = idSchema('StaffId')`.
 * Reads a UUID (RFC 9562) in either case and gives it in lower case, so that equal ids are equal strings.
 * The brand is also the title of the schema in the OpenAPI document.
 */
export const idSchema = <const Brand extends string>(brand: Brand) =>
  z.uuid().toLowerCase().meta({ title: brand }).brand<Brand>();

/**
 * A fresh id: a UUIDv7, which begins with the millisecond it was made in and always rises within one process, so rows
 * lie on disk in the order in which they came. Nobody else holds it yet: whoever makes it says what it is the id of.
 */
export const newId = <Brand extends string = string>(): Id<Brand> =>
  // A cast, since a brand exists for the compiler alone; `uuid` gives lower case.
  v7() as Id<Brand>;

/**
 * Always the same id for the same name: a UUIDv5 (RFC 9562, section 5.5) of `name` within `namespace`.
 * Makes a repeated import or reaction harmless. Throws a TypeError when `namespace` is not a UUID.
 */
export const derivedId = <Brand extends string = string>(namespace: string, name: string): Id<Brand> =>
  // A cast for the reason given in `newId`.
  v5(name, namespace) as Id<Brand>;
