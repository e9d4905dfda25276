export { itemMachine } from './machine.ts';
export { exampleDomainModule } from './module.ts';
export { ExampleDomainPolicy } from './policy.ts';
export type { ExampleDomainPorts } from './ports.ts';
export { ItemLine, type ItemPage, ItemQuery, listItems } from './queries.ts';
export {
  Item,
  type ItemCommand,
  type ItemFact,
  ItemId,
  ItemState,
  inputs as itemInputs,
  known as itemKnown,
} from './schema.ts';
export { items } from './workflow.ts';
