/** Vidstack's elements, without a layout. */
import 'vidstack/player';
import 'vidstack/player/ui';
