/** What is refused when letters about outcomes are made. */
export const letterErrors = {
  nothingToMake:
    'No letter to prepare: none of these applications has a released decision. Release the decisions first, or include the provisional ones.',
  incomplete:
    'Some letters cannot be filled in ({{count}}): {{applications}}. Nothing was written: mend the template or the application, or leave these letters out.',
} as const;
