// The same random inputs in every run of the tests; CCHC_SEED=n draws others, to search for what nobody thought of.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.CCHC_SEED ?? 20_240_614) });
