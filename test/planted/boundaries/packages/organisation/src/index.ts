export const site = 'Berlin';
