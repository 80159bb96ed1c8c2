import type { MomentFamily } from '../../../../core/document/momentKinds.ts';

export interface Sign {
  family: MomentFamily;
  x: number;
  y: number;
  /** Half the height, in pixels. */
  size: number;
  fill: string;
  edge: string;
}

type Outline = (paint: CanvasRenderingContext2D, x: number, y: number, size: number) => void;

/** A shape for each family, so that colour is never the only difference. */
const OUTLINES: Record<MomentFamily, Outline> = {
  phase: polygon(5, -90, 1.25),
  change: polygon(3, -90, 1.15),
  alert: polygon(4, 0, 1.15),
  error: (paint, x, y, size) => paint.arc(x, y, size * 0.95, 0, Math.PI * 2),
  measure: polygon(6, 0, 0.95),
  talk: (paint, x, y, size) => paint.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7),
};

/** Draws the sign of a family of moments, with an edge in the colour of the ground. */
export function drawSign(paint: CanvasRenderingContext2D, sign: Sign): void {
  paint.beginPath();
  OUTLINES[sign.family](paint, sign.x, sign.y, sign.size);
  paint.closePath();
  paint.strokeStyle = sign.edge;
  paint.lineWidth = 2.5;
  paint.stroke();
  paint.fillStyle = sign.fill;
  paint.fill();
}

function polygon(corners: number, turn: number, scale: number): Outline {
  return (paint, x, y, size) => {
    for (let corner = 0; corner < corners; corner++) {
      const angle = ((turn + (corner * 360) / corners) * Math.PI) / 180;
      const at: [number, number] = [x + Math.cos(angle) * size * scale, y + Math.sin(angle) * size * scale];
      if (corner === 0) paint.moveTo(...at);
      else paint.lineTo(...at);
    }
  };
}
