// Puts Univer together from its parts: a grid for figures, in Vietnamese, without the tools that change a file's form.
import { ICommandService, type Injector, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import marksVietnamese from '@univerjs/preset-sheets-conditional-formatting/locales/vi-VN';
import { CalculationMode, SheetInterceptorService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import vietnamese from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import listsVietnamese from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';

/** A running Univer and those of its services that the desk works with. */
export interface Engine {
  readonly api: FUniver;
  readonly commands: ICommandService;
  readonly interceptors: SheetInterceptorService;
}

/** Numbers are shown and read by our own code, the same as in Excel in Vietnamese; nothing is fetched from anywhere. */
const LEFT_OUT = /NUMFMT|NETWORK|RPC/;

const CORE = UniverSheetsCorePreset({
  container: 'grid',
  toolbar: false,
  contextMenu: false,
  formulaBar: true,
  disableAutoFocus: true,
  footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
  // What a file holds is shown until a figure changes: opening must not change anything.
  formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
});

// The lists are the file's: what they offer is not changed here.
const LISTS = UniverSheetsDataValidationPreset({ showEditOnDropdown: false });

/** Starts Univer in the element with the id "grid". */
export function startUniver(dark: boolean): Engine {
  const univer = new Univer({
    darkMode: dark,
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(vietnamese, marksVietnamese, listsVietnamese) },
    logLevel: LogLevel.ERROR,
  });
  const presets = [CORE, UniverSheetsConditionalFormattingPreset(), LISTS];
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry, undefined];
    if (!LEFT_OUT.test(plugin.pluginName)) univer.registerPlugin(plugin, config);
  }
  return services(FUniver.newAPI(univer), univer.__getInjector());
}

/** Services come to life with the first workbook, not before. */
function services(api: FUniver, injector: Injector): Engine {
  return {
    api,
    get commands() {
      return injector.get(ICommandService);
    },
    get interceptors() {
      return injector.get(SheetInterceptorService);
    },
  };
}
