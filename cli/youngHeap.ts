// The size of V8's young heap while many files are checked. Left alone it doubles whenever as much has survived as it
// holds, so that it grows with the number of files although none of them leaves anything behind: to 32 MB at last.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Both of its halves: room for a few dozen files, so that nothing of a file outlives two collections and becomes old.
 * Not set as V8's own maximum: at that, it begins to put what has mostly survived so far among the old at once.
 */
const ENOUGH = 8 * 2 ** 20;

/** A young heap that grows only when it is told to, and never beyond what checking is fast with. */
export class YoungHeap {
  private isGrown = false;

  /** Names survive by the thousand while they are listed: that says nothing of what checking needs. */
  constructor() {
    setGrowth(1);
  }

  /** From now on it may grow as it needs to. */
  release(): void {
    setGrowth(2);
  }

  /** To be asked after each file: stops the growth when there is enough. */
  watch(): void {
    if (this.isGrown || size() < ENOUGH) return;
    this.isGrown = true;
    setGrowth(1);
  }
}

function size(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;
}

/** How many times as large it becomes in one step; V8 asks for it each time. */
function setGrowth(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}
