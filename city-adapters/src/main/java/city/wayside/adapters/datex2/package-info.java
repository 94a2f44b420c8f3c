/// DATEX II v3.6 (CEN/TS 16157): closed windows as a MeasurementSiteTablePublication and a
/// MeasuredDataPublication. In: [city.wayside.adapters.outbox.Disclosed] windows and segments. Out:
/// XML documents. One small class per document part, all pure; only [DatexFeed] has state, on its
/// follower's virtual thread.
@NullMarked
package city.wayside.adapters.datex2;

import org.jspecify.annotations.NullMarked;
