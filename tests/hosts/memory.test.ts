import { hostContract } from './contract.ts';
import { memoryHost } from './memory.ts';

hostContract('memory', memoryHost);
