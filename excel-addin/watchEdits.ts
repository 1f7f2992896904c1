// Hears of edits in any sheet.
type Registration = OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>;

/** Calls `changed` after each edit until the returned function is called. What the add-in writes itself is left out. */
export function watchEdits(changed: () => void): () => void {
  let isWatched = true;
  const registered = register((event) => {
    if (isWatched && event.triggerSource !== 'ThisLocalAddin') changed();
  });
  return () => {
    isWatched = false;
    void registered.then((registration) => registration && unregister(registration));
  };
}

/** Null when Excel would not tell of edits: then nothing is heard, and the pane asks when it is looked at. */
async function register(hear: (event: Excel.WorksheetChangedEventArgs) => void): Promise<Registration | null> {
  try {
    return await Excel.run(async (context) => {
      const registration = context.workbook.worksheets.onChanged.add(async (event) => hear(event));
      await context.sync();
      return registration;
    });
  } catch {
    return null;
  }
}

async function unregister(registration: Registration): Promise<void> {
  try {
    await Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
  } catch {
    // The workbook is closing: there is nothing left to hear of.
  }
}
