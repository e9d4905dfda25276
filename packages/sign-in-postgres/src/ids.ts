const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id to look for. Nothing has the id that is no id, and null finds nothing, while PostgreSQL refuses to read it. */
export const idToFind = (text: string): string | null => (uuid.test(text) ? text : null);
