/** How far somebody is in their training, least first. Each level adds to those before it. */
export const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;
export type Level = (typeof levels)[number];

/** This level and all below it. */
export const upTo = (level: Level): readonly Level[] => levels.slice(0, levels.indexOf(level) + 1);
