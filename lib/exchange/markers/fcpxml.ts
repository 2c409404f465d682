/** Markers in Final Cut's XML: on one empty clip as long as the recording when written, on any clip when read. */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { type Marker, MarkerProblem } from './marker.ts';
import { type Clock, frameAt, framesOf } from './timecode.ts';

const VERSION = '1.10';

export function writeFcpxml(markers: readonly Marker[], clock: Clock, title = 'Sideline'): string {
  const { rate } = clock;
  const time = (frames: number) => (frames === 0 ? '0s' : `${frames * rate.denominator}/${rate.numerator}s`);
  const first = framesOf(clock.start, rate);
  const last = markers.reduce((most, { start, end }) => Math.max(most, frameAt(end ?? start, rate) + 1), 1);
  const lines = markers.map(({ start, end, name, text }) => {
    const from = frameAt(start, rate);
    const length = Math.max(1, end === null ? 1 : frameAt(end, rate) - from);
    const note = text === '' ? '' : ` note="${escaped(text)}"`;
    return `<marker start="${time(first + from)}" duration="${time(length)}" value="${escaped(name)}"${note}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="${VERSION}">
  <resources>
    <format id="r1" frameDuration="${time(1)}"/>
  </resources>
  <library>
    <event name="${escaped(title)}">
      <project name="${escaped(title)}">
        <sequence format="r1" tcStart="${time(first)}" tcFormat="${rate.dropped > 0 ? 'DF' : 'NDF'}" duration="${time(last)}">
          <spine>
            <gap name="Gap" offset="${time(first)}" start="${time(first)}" duration="${time(last)}">
              ${lines.join('\n              ')}
            </gap>
          </spine>
        </sequence>
      </project>
    </event>
  </library>
</fcpxml>
`;
}

/** Line breaks, too: in an attribute they would be read as spaces. What XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\t\n\r]/g, char => `&#${char.charCodeAt(0)};`);
}

/** The markers of all clips, in order of time. Throws MarkerProblem. */
export function readFcpxml(text: string): Marker[] {
  const root = parsed(text);
  if (root?.name !== 'fcpxml') throw new MarkerProblem('no FCPXML: its first element is not <fcpxml>');
  const markers: Marker[] = [];
  const sequences = elementsIn(root, ({ name }) => name === 'sequence');
  for (const sequence of sequences) {
    const begin = seconds(sequence.attributes.tcStart ?? '0s');
    const frame = frameLength(root, sequence);
    // A clip's offset is in the time of what it lies in; its start is what its own time says at that place.
    const read = (element: XmlElement, shift: number) => {
      for (const child of childrenOf(element)) {
        if (MARKERS.has(child.name)) markers.push(markerOf(child, shift - begin, frame));
        else if (child.attributes.offset === undefined) read(child, shift);
        else read(child, shift + seconds(child.attributes.offset) - seconds(child.attributes.start ?? '0s'));
      }
    };
    read(sequence, 0);
  }
  return markers.sort((a, b) => a.start - b.start);
}

const MARKERS = new Set(['marker', 'chapter-marker']);

function markerOf({ attributes }: XmlElement, shift: number, frame: number): Marker {
  const start = seconds(attributes.start ?? '') + shift;
  const length = seconds(attributes.duration ?? '0s');
  // Half a ms is one only as exactly as fractions of thirty can be held.
  const ms = (value: number) => Math.round(Number((value * 1000).toFixed(3)));
  return {
    start: ms(start),
    end: length > frame * 1.5 ? ms(start + length) : null,
    name: attributes.value ?? '',
    text: attributes.note ?? '',
  };
}

/** Of one picture, in seconds: a marker that is no longer stands for a moment. */
function frameLength(root: XmlElement, { attributes }: XmlElement): number {
  const [format] = elementsIn(
    root,
    ({ name, attributes: { id } }) => name === 'format' && id === attributes.format,
  );
  return seconds(format?.attributes.frameDuration ?? '1/24s');
}

/** `1001/30000s` or `3.5s`. */
function seconds(text: string): number {
  const [, numerator, denominator = '1'] = /^(-?\d+(?:\.\d+)?)(?:\/(\d+))?s$/.exec(text.trim()) ?? [];
  if (numerator === undefined || Number(denominator) === 0)
    throw new MarkerProblem(`“${text}” is no time such as 1001/30000s`);
  return Number(numerator) / Number(denominator);
}

function parsed(text: string): XmlElement | null {
  try {
    return parseXml(text).root;
  } catch (error) {
    throw new MarkerProblem(
      `no XML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
  }
}

function childrenOf({ children }: XmlElement): XmlElement[] {
  return children.filter(child => child instanceof XmlElement);
}

function elementsIn(element: XmlElement, fits: (element: XmlElement) => boolean): XmlElement[] {
  return childrenOf(element).flatMap(child => [...(fits(child) ? [child] : []), ...elementsIn(child, fits)]);
}
