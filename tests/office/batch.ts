// Carries out request batches on a graph of host objects. It knows nothing of spreadsheets; a member that is not there is an error.
import {
  ACTION,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchReply,
  HostCollection,
  HostError,
  HostObject,
  type ObjectPath,
  PATH,
  type QueryInfo,
} from './wire.ts';

/** Called before each action with its name, as "Range.Values"; throws to have Excel fail there. */
export type Fault = (place: string) => void;

export class BatchHost {
  private readonly root: HostObject;
  private readonly references = new Map<string, HostObject>();
  private readonly referenceOf = new Map<HostObject, string>();
  fault: Fault = () => {};

  constructor(root: HostObject) {
    this.root = root;
  }

  execute(batch: Batch): BatchReply {
    const objects = new Map<number, unknown>();
    const find = (id: number): unknown => {
      if (!objects.has(id)) objects.set(id, this.resolve(batch.ObjectPaths[id], find));
      return objects.get(id);
    };
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        const isTrace = action.ActionType === ACTION.trace;
        if (isTrace) traces.push(action.Id);
        // The client counts a listener as registered only when its trace has a result, too.
        results.push({ ActionId: action.Id, Value: isTrace ? null : this.act(action, find) });
      } catch (error) {
        return { Results: results, TraceIds: traces, Error: failure(error, action, index) };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private resolve(path: ObjectPath | undefined, find: (id: number) => unknown): unknown {
    if (!path) throw new HostError('InvalidObjectPath');
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.root;
      case PATH.none:
        return null;
      case PATH.reference:
        return this.references.get(path.Name) ?? fail('InvalidReference');
      case PATH.created:
        return call(this.root, 'create', [path.Name]);
      default:
        return this.member(path, find);
    }
  }

  /** A member of a null object is a null object. */
  private member(path: ObjectPath, find: (id: number) => unknown): unknown {
    const parent = find(path.ParentObjectPathId);
    if (parent === null) return null;
    if (!(parent instanceof HostObject)) throw new HostError('InvalidObjectPath');
    if (path.ObjectPathType === PATH.property) return read(parent, path.Name);
    const name = path.ObjectPathType === PATH.indexer ? 'GetItem' : path.Name;
    const values = readArguments(path.ArgumentInfo, find);
    if (!name.endsWith('OrNullObject') || has(parent, name)) return call(parent, name, values);
    return orNull(() => call(parent, name.replace(/OrNullObject$/, ''), values));
  }

  private act(action: Action, find: (id: number) => unknown): unknown {
    const object = find(action.ObjectPathId);
    if (action.ActionType === ACTION.method && action.Name === '_RemoveReference') return this.forget(action);
    if (object === null) {
      const isRead = action.ActionType === ACTION.instantiate || action.ActionType === ACTION.query;
      return isRead || action.Name === '_KeepReference' ? null : fail('InvalidObjectPath');
    }
    if (!(object instanceof HostObject)) throw new HostError('InvalidObjectPath');
    this.fault(`${object.constructor.name}.${action.Name ?? ''}`);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identify(object);
      case ACTION.query:
        return this.query(object, action.QueryInfo ?? {});
      case ACTION.method:
        return action.Name === '_KeepReference' ? this.keep(object) : invoke(object, action, find);
      case ACTION.set:
        return write(object, action.Name, readArguments(action.ArgumentInfo, find)[0]);
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) write(object, name, value);
        return null;
      default:
        return fail('NotImplemented');
    }
  }

  private identify(object: HostObject): Record<string, unknown> {
    if (!object.isTracked) return { ...object.identity };
    const known = this.referenceOf.get(object) ?? `{${this.referenceOf.size + 1}}`;
    this.referenceOf.set(object, known);
    this.references.set(known, object);
    return { ...object.identity, _ReferenceId: known };
  }

  private keep(object: HostObject): null {
    this.identify(object);
    return null;
  }

  private forget(action: Action): null {
    this.references.delete(String(action.ArgumentInfo?.Arguments?.[0]));
    return null;
  }

  private query(object: HostObject, info: QueryInfo): Record<string, unknown> {
    const names = [...(info.Select ?? []), ...(info.Expand ?? [])];
    if (object instanceof HostCollection) {
      const ofItems = names.map((name) => name.replace(/^items\/?/i, '')).filter((name) => name !== '');
      return { ...this.identify(object), _Items: object.items.map((item) => this.query(item, { Select: ofItems })) };
    }
    const isAll = names.length === 0 || names.includes('*') || names.includes('$all');
    const wanted = isAll ? [...object.scalars, ...names.filter((name) => !/^[*$]/.test(name))] : names;
    const result = this.identify(object);
    for (const [head, rest] of grouped(wanted)) {
      const value = read(object, head);
      result[nameIn(object, head)] = value instanceof HostObject ? this.query(value, { Select: rest }) : value;
    }
    return result;
  }
}

function grouped(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [head = '', ...rest] = name.split('/');
    groups.set(head, [...(groups.get(head) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  return groups;
}

function failure(error: unknown, action: Action, index: number): NonNullable<BatchReply['Error']> {
  if (!(error instanceof HostError)) throw error;
  return { Code: error.code, Message: error.message, Location: action.Name, ActionIndex: index, HttpStatusCode: 400 };
}

function fail(code: string): never {
  throw new HostError(code);
}

function orNull(find: () => unknown): unknown {
  try {
    return find();
  } catch (error) {
    if (error instanceof HostError && error.code === 'ItemNotFound') return null;
    throw error;
  }
}

/** The member's name as the object writes it: queries come in camelCase. */
function nameIn(object: HostObject, name: string): string {
  const pascal = name.slice(0, 1).toUpperCase() + name.slice(1);
  if (pascal in object) return pascal;
  if (name in object) return name;
  throw new HostError('ApiNotFound', `The test host has no ${object.constructor.name}.${name}`);
}

function has(object: HostObject, name: string): boolean {
  return name in object;
}

function read(object: HostObject, name: string): unknown {
  return Reflect.get(object, nameIn(object, name), object);
}

function write(object: HostObject, name: string, value: unknown): null {
  if (!Reflect.set(object, nameIn(object, name), value, object))
    throw new HostError('InvalidArgument', `${name} is read-only`);
  return null;
}

function call(object: HostObject, name: string, values: readonly unknown[]): unknown {
  const method = read(object, name);
  if (typeof method !== 'function')
    throw new HostError('ApiNotFound', `${object.constructor.name}.${name} is no method`);
  return Reflect.apply(method, object, values) ?? null;
}

function invoke(object: HostObject, action: Action, find: (id: number) => unknown): unknown {
  return call(object, action.Name, readArguments(action.ArgumentInfo, find));
}

/** Arguments may name objects of the batch. */
function readArguments(info: ArgumentInfo | undefined, find: (id: number) => unknown): readonly unknown[] {
  return (info?.Arguments ?? []).map((value, i) => {
    const id = info?.ReferencedObjectPathIds?.[i];
    return typeof id === 'number' && id > 0 ? find(id) : value;
  });
}
