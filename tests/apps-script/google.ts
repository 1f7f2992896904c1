// Google's types of spreadsheets, by short names: the fake is held against them.
export type BooleanCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;
export type BooleanCriteria = GoogleAppsScript.Spreadsheet.BooleanCriteria;
export type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
export type ConditionalFormatRuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
export type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
export type DataValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
export type Protection = GoogleAppsScript.Spreadsheet.Protection;
export type ProtectionType = GoogleAppsScript.Spreadsheet.ProtectionType;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
export type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
export type RichTextValueBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type SheetType = GoogleAppsScript.Spreadsheet.SheetType;
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
export type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;
