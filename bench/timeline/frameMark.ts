/** The page marks the start of each frame with this name; the trace finds it again. */
export const FRAME_MARK = 'bench-frame';
