// An office inside another program, on the memory store: for trying it out and for tests.
import { MemoryStore } from '@front-office/kernel';
import { createOffice } from '@front-office/office';
import { newId } from '@front-office/values';
import { medical } from '@front-office/verticals';
import { aVisit } from './a-visit.ts';

const office = createOffice({ store: new MemoryStore(), vertical: medical });
console.log(await aVisit(office, newId()));
