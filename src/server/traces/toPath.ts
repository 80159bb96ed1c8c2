import type { PathNode } from '../../core/traces/rollUpPaths.ts';

/** A call path as the contract shows it. */
export const toPath = ({ parent, service, operation, example, ...cost }: PathNode) => ({
  parent,
  service,
  operation,
  now: {
    calls: cost.calls,
    errors: cost.errors,
    ownUs: cost.ownUs,
    totalUs: cost.totalUs,
    sumUs: cost.sumUs,
  },
  before: {
    calls: cost.callsBefore,
    errors: cost.errorsBefore,
    ownUs: cost.ownUsBefore,
    totalUs: cost.totalUsBefore,
    sumUs: cost.sumUsBefore,
  },
  example,
});
