import { MemoryStore } from '@front-office/kernel';
import { describeStore } from '@front-office/kernel/store-behaviour';

describeStore('the memory store', async () => new MemoryStore());
