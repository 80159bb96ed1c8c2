import { useState } from 'react';

/**
 * A thing as it was when a form on it was opened. What is filled in was read then: sent with that version, it is refused
 * when somebody else made a change in between, which the page itself shows at once.
 */
export const useAsOpened = <Thing>(thing: Thing): Thing => useState(thing)[0];
