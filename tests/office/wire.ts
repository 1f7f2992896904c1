// The words of a request batch as Microsoft's client sends it, and what every object of the host has in common.

/** An error that Excel answers with: its code, and where it arose. */
export class HostError extends Error {
  readonly code: string;
  constructor(code: string, message = code) {
    super(message);
    this.code = code;
  }
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchReply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

export const PATH = { global: 1, created: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, json: 7, update: 9 } as const;

/** An object that a batch can name. Its members bear the names of the wire, so they are written in PascalCase. */
export abstract class HostObject {
  /** What `load()` without names gives. */
  get scalars(): readonly string[] {
    return [];
  }

  /** What tells the object from its like: an id, or nothing. */
  get identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** Ranges are kept alive by a reference. */
  get isTracked(): boolean {
    return false;
  }
}

/** An object that is a look at one thing of the model. */
export abstract class PartOf<T> extends HostObject {
  protected readonly of: T;
  constructor(of: T) {
    super();
    this.of = of;
  }
}

export abstract class HostCollection extends HostObject {
  abstract get items(): readonly HostObject[];
}
