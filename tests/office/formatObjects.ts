// Conditional formats, drop-downs and page set-up of the test host.
import { type BookFormat, type BookSheet, type Box, overlaps } from './book.ts';
import type { World } from './rangeObjects.ts';
import { HostCollection, HostError, HostObject, PartOf } from './wire.ts';

class FormatRule extends PartOf<BookFormat> {
  get Formula(): string {
    return this.of.formula;
  }
  set Formula(value: string) {
    this.of.formula = value;
  }
}

class FormatFill extends PartOf<BookFormat> {
  get Color(): unknown {
    return this.of.look.fill ?? null;
  }
  set Color(value: unknown) {
    this.of.look.fill = value;
  }
}

class FormatLook extends PartOf<BookFormat> {
  get Fill(): FormatFill {
    return new FormatFill(this.of);
  }
}

class CustomFormat extends PartOf<BookFormat> {
  get Rule(): FormatRule {
    return new FormatRule(this.of);
  }
  get Format(): FormatLook {
    return new FormatLook(this.of);
  }
}

class ConditionalFormat extends HostObject {
  private readonly sheet: BookSheet;
  private readonly format: BookFormat;
  constructor(sheet: BookSheet, format: BookFormat) {
    super();
    this.sheet = sheet;
    this.format = format;
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.format.id };
  }
  get Id(): string {
    return this.format.id;
  }
  get Type(): string {
    return this.format.type;
  }
  get Custom(): CustomFormat {
    if (this.format.type !== 'Custom') throw new HostError('InvalidArgument', 'no custom format');
    return new CustomFormat(this.format);
  }
  get CustomOrNullObject(): CustomFormat | null {
    return this.format.type === 'Custom' ? new CustomFormat(this.format) : null;
  }
  get Priority(): number {
    return this.sheet.formats.indexOf(this.format);
  }
  set Priority(place: number) {
    const others = this.sheet.formats.filter((format) => format !== this.format);
    this.sheet.formats = [...others.slice(0, place), this.format, ...others.slice(place)];
  }
  Delete(): void {
    if (this.sheet.isProtected) throw new HostError('AccessDenied');
    this.sheet.formats = this.sheet.formats.filter((format) => format !== this.format);
  }
}

/** Those that share a cell with the boxes. */
export class ConditionalFormatCollection extends HostCollection {
  private readonly world: World;
  private readonly sheet: BookSheet;
  private readonly boxes: readonly Box[];
  constructor(world: World, sheet: BookSheet, boxes: readonly Box[]) {
    super();
    this.world = world;
    this.sheet = sheet;
    this.boxes = boxes;
  }
  private get found(): readonly BookFormat[] {
    return this.sheet.formats.filter((format) => format.boxes.some((box) => this.boxes.some((b) => overlaps(box, b))));
  }
  get items(): readonly HostObject[] {
    return this.found.map((format) => new ConditionalFormat(this.sheet, format));
  }
  GetItem(id: string): ConditionalFormat {
    const format = this.found.find((one) => one.id === id);
    if (!format) throw new HostError('ItemNotFound');
    return new ConditionalFormat(this.sheet, format);
  }
  Add(type: string): ConditionalFormat {
    if (this.sheet.isProtected) throw new HostError('AccessDenied');
    const format: BookFormat = { id: this.world.book.nextId(), boxes: this.boxes, type, formula: '', look: {} };
    this.sheet.formats = [format, ...this.sheet.formats];
    return new ConditionalFormat(this.sheet, format);
  }
  ClearAll(): void {
    const gone = this.found;
    this.sheet.formats = this.sheet.formats.filter((format) => !gone.includes(format));
  }
}

/** A drop-down of a range. */
export class DataValidation extends HostObject {
  private readonly sheet: BookSheet;
  private readonly box: Box;
  constructor(sheet: BookSheet, box: Box) {
    super();
    this.sheet = sheet;
    this.box = box;
  }
  private put(name: string, value: unknown): void {
    const known = this.sheet.validations.find(({ box }) => JSON.stringify(box) === JSON.stringify(this.box));
    if (known) known.settings[name] = value;
    else this.sheet.validations.push({ box: this.box, settings: { [name]: value } });
  }
  set Rule(value: unknown) {
    this.put('rule', value);
  }
  set IgnoreBlanks(value: unknown) {
    this.put('ignoreBlanks', value);
  }
  set ErrorAlert(value: unknown) {
    this.put('errorAlert', value);
  }
  Clear(): void {
    this.sheet.validations = this.sheet.validations.filter(({ box }) => !overlaps(box, this.box));
  }
}

export class FreezePanes extends PartOf<BookSheet> {
  FreezeRows(count: number): void {
    this.of.frozenRows = count;
  }
  Unfreeze(): void {
    this.of.frozenRows = 0;
  }
}

/** Page set-up fails as a whole where there is no printer. */
export class PageLayout extends HostObject {
  private readonly world: World;
  private readonly sheet: BookSheet;
  constructor(world: World, sheet: BookSheet) {
    super();
    this.world = world;
    this.sheet = sheet;
  }
  private put(name: string, value: unknown): void {
    if (!this.world.book.hasPrinter) throw new HostError('GeneralException');
    this.sheet.page[name] = value;
  }
  set Orientation(value: unknown) {
    this.put('orientation', value);
  }
  set PaperSize(value: unknown) {
    this.put('paperSize', value);
  }
  set CenterHorizontally(value: unknown) {
    this.put('centerHorizontally', value);
  }
  set Zoom(value: unknown) {
    this.put('zoom', value);
  }
  SetPrintMargins(unit: unknown, margins: unknown): void {
    this.put('margins', { unit, margins });
  }
  SetPrintTitleRows(rows: unknown): void {
    this.put('titleRows', rows);
  }
  get HeadersFooters(): HeadersFooters {
    return new HeadersFooters((value) => this.put('footer', value));
  }
}

class HeadersFooters extends PartOf<(value: unknown) => void> {
  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.of);
  }
}

class HeaderFooter extends PartOf<(value: unknown) => void> {
  set CenterFooter(value: unknown) {
    this.of(value);
  }
}
