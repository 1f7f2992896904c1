// How cells of the test host look: what is set is kept in each cell, for a test to look at.
import type { Range } from './rangeObjects.ts';
import { HostObject, PartOf } from './wire.ts';

/** Sets one property of a row or column. */
export function setIn(map: Map<number, Record<string, unknown>>, key: number, name: string, value: unknown): void {
  map.set(key, { ...map.get(key), [name]: value });
}

/** A part of a range's look: what is set is kept in each cell under the part's name. */
class Look extends HostObject {
  protected readonly range: Range;
  private readonly part: string;

  constructor(range: Range, part: string) {
    super();
    this.range = range;
    this.part = part;
  }

  protected put(name: string, value: unknown): void {
    this.range.allow(false);
    for (const cell of this.range.cells()) cell.look[`${this.part}${name}`] = value;
  }
  protected get(name: string, plain: unknown): unknown {
    const { sheet, box } = this.range;
    return sheet.peek(box.top, box.left)?.look[`${this.part}${name}`] ?? plain;
  }
}

class RangeFont extends Look {
  set Name(value: unknown) {
    this.put('name', value);
  }
  set Size(value: unknown) {
    this.put('size', value);
  }
  set Bold(value: unknown) {
    this.put('bold', value);
  }
  set Italic(value: unknown) {
    this.put('italic', value);
  }
  set Color(value: unknown) {
    this.put('color', value);
  }
  set Underline(value: unknown) {
    this.put('underline', value);
  }
}

class RangeFill extends Look {
  get Color(): unknown {
    return this.get('color', '#FFFFFF');
  }
  set Color(value: unknown) {
    this.put('color', value);
  }
}

class RangeBorder extends Look {
  set Style(value: unknown) {
    this.put('style', value);
  }
}

class RangeBorders extends PartOf<Range> {
  GetItem(edge: string): RangeBorder {
    return new RangeBorder(this.of, `border.${edge}.`);
  }
}

class FormatProtection extends PartOf<Range> {
  get Locked(): boolean {
    return this.of.sheet.peek(this.of.box.top, this.of.box.left)?.look.locked !== false;
  }
}

export class RangeFormat extends Look {
  constructor(range: Range) {
    super(range, '');
  }
  get Font(): RangeFont {
    return new RangeFont(this.range, 'font.');
  }
  get Fill(): RangeFill {
    return new RangeFill(this.range, 'fill.');
  }
  get Borders(): RangeBorders {
    return new RangeBorders(this.range);
  }
  get Protection(): FormatProtection {
    return new FormatProtection(this.range);
  }
  set WrapText(value: unknown) {
    this.put('wrap', value);
  }
  set HorizontalAlignment(value: unknown) {
    this.put('horizontal', value);
  }
  set VerticalAlignment(value: unknown) {
    this.put('vertical', value);
  }
  set ColumnWidth(value: unknown) {
    this.range.allow(false);
    setIn(this.range.sheet.columns, this.range.box.left, 'width', value);
  }
  set RowHeight(value: unknown) {
    this.range.allow(false);
    setIn(this.range.sheet.rows, this.range.box.top, 'height', value);
  }
  AutofitRows(): void {
    this.range.allow(false);
  }
}
