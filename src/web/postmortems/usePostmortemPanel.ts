import { usePanel } from '../ui/usePanel.ts';

/** What can open beside a postmortem, as the address names it. */
export type PostmortemPanel = 'about' | 'missing' | 'viewers' | 'revise' | 'withdraw';

/** Which panel of a postmortem is open. */
export const usePostmortemPanel = () => usePanel<PostmortemPanel>();
