// The workbook and its sheets as the test host shows them to Microsoft's client.
import { type Book, type BookSheet, LAST_COLUMN, LAST_ROW, parseBox } from './book.ts';
import { FreezePanes, PageLayout } from './formatObjects.ts';
import { Range, RangeAreas, usedBox, WHOLE_SHEET, type World } from './rangeObjects.ts';
import { HostCollection, HostError, HostObject, PartOf } from './wire.ts';

/** Where the add-in listens, and whether it wants to hear. */
export interface Listening {
  isOn: boolean;
  events: boolean;
}

class Protection extends PartOf<{ readonly isProtected: boolean }> {
  get Protected(): boolean {
    return this.of.isProtected;
  }
}

class Worksheet extends HostObject {
  private readonly world: World;
  private readonly sheet: BookSheet;
  constructor(world: World, sheet: BookSheet) {
    super();
    this.world = world;
    this.sheet = sheet;
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.sheet.id };
  }
  override get scalars(): readonly string[] {
    return ['Id', 'Name', 'Visibility'];
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  get Visibility(): string {
    return this.sheet.isVisible ? 'Visible' : 'Hidden';
  }
  get Protection(): Protection {
    return new Protection(this.sheet);
  }
  get FreezePanes(): FreezePanes {
    return new FreezePanes(this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.world, this.sheet);
  }
  GetRange(address?: string | null): Range {
    return new Range(this.world, this.sheet, address ? parseBox(address) : WHOLE_SHEET);
  }
  GetCell(row: number, column: number): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  GetRangeByIndexes(top: number, left: number, rows: number, columns: number): Range {
    const box = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    const isSound =
      top >= 0 && left >= 0 && rows > 0 && columns > 0 && box.bottom <= LAST_ROW && box.right <= LAST_COLUMN;
    if (!isSound) throw new HostError('InvalidArgument', JSON.stringify(box));
    return new Range(this.world, this.sheet, box);
  }
  GetRanges(addresses: string): RangeAreas {
    return new RangeAreas(this.world, this.sheet, addresses);
  }
  GetUsedRange(): Range {
    const used = usedBox(this.sheet);
    if (!used) throw new HostError('ItemNotFound');
    return new Range(this.world, this.sheet, used);
  }
  GetNext(): Worksheet {
    const { sheets } = this.world.book;
    const next = sheets[sheets.indexOf(this.sheet) + 1];
    if (!next) throw new HostError('ItemNotFound');
    return new Worksheet(this.world, next);
  }
  Activate(): void {
    this.world.book.active = this.sheet.name;
  }
  Delete(): void {
    const { book } = this.world;
    if (book.isProtected) throw new HostError('AccessDenied');
    const others = book.sheets.filter((sheet) => sheet !== this.sheet);
    if (!others.some((sheet) => sheet.isVisible)) throw new HostError('InvalidOperation');
    book.sheets = others;
    if (book.active === this.sheet.name) book.active = others[0]?.name ?? '';
  }
}

class WorksheetCollection extends HostCollection {
  private readonly world: World;
  private readonly listening: Listening;
  constructor(world: World, listening: Listening) {
    super();
    this.world = world;
    this.listening = listening;
  }
  get items(): readonly HostObject[] {
    return this.world.book.sheets.map((sheet) => new Worksheet(this.world, sheet));
  }
  GetItem(key: string): Worksheet {
    return new Worksheet(this.world, this.world.book.sheet(key));
  }
  GetFirst(): Worksheet {
    const first = this.world.book.sheets[0];
    if (!first) throw new HostError('ItemNotFound');
    return new Worksheet(this.world, first);
  }
  GetActiveWorksheet(): Worksheet {
    return this.GetItem(this.world.book.active);
  }
  Add(name: string): Worksheet {
    const { book } = this.world;
    if (book.isProtected) throw new HostError('AccessDenied');
    if (name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new HostError('InvalidArgument', name);
    if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new HostError('ItemAlreadyExists');
    return new Worksheet(this.world, book.add(name));
  }
  _RegisterDataChangedEvent(): void {
    this.listening.isOn = true;
  }
  _UnregisterDataChangedEvent(): void {
    this.listening.isOn = false;
  }
}

class Runtime extends PartOf<Listening> {
  get EnableEvents(): boolean {
    return this.of.events;
  }
  set EnableEvents(value: boolean) {
    this.of.events = value;
  }
}

class Application extends HostObject {
  SuspendScreenUpdatingUntilNextSync(): void {}
}

/** What the client tells of itself when it is ready. */
class InternalService extends HostObject {
  NotifyActionHandlerReady(): void {}
}

/** Where the add-in says whether it wants to be seen. */
class AppRuntimeService extends PartOf<(state: string) => void> {
  SetAppRuntimeState(state: string): void {
    this.of(state);
  }
}

/** The root of every batch. */
export class Workbook extends HostObject {
  private readonly world: World;
  private readonly listening: Listening;
  private readonly showPane: (state: string) => void;
  constructor(book: Book, listening: Listening, edited: World['edited'], showPane: (state: string) => void) {
    super();
    this.showPane = showPane;
    this.world = { book, edited };
    this.listening = listening;
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.world, this.listening);
  }
  get Application(): Application {
    return new Application();
  }
  get Protection(): Protection {
    return new Protection(this.world.book);
  }
  get _Runtime(): Runtime {
    return new Runtime(this.listening);
  }
  create(name: string): HostObject {
    if (name === 'Microsoft.InternalService.AddinInternalService') return new InternalService();
    if (name === 'Microsoft.AppRuntime.AppRuntimeService') return new AppRuntimeService(this.showPane);
    throw new HostError('ApiNotFound', `The test host makes no ${name}`);
  }
}
