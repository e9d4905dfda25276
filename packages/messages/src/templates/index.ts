import { deskTold } from './desk-told.ts';
import { hostReminded } from './host-reminded.ts';
import type { TemplateName } from './names.ts';
import type { Template } from './template.ts';
import { visitorArrived } from './visitor-arrived.ts';
import { visitorDidNotCome } from './visitor-did-not-come.ts';

/** Every text that can be sent, by name. */
export const templates: Readonly<Record<TemplateName, Template>> = {
  visitorArrived,
  hostReminded,
  deskTold,
  visitorDidNotCome,
};
