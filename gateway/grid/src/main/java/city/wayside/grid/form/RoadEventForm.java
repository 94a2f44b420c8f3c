package city.wayside.grid.form;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Evidence;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Quality;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.event.Sign;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event, flat, and with the box around it, which is only for finding it.
final class RoadEventForm implements CompactSerializer<RoadEvent> {

  // Values by their stored code: a value, once there, keeps its place.

  private static final List<Termination> TERMINATIONS =
      List.of(Termination.NONE, Termination.CANCELLED, Termination.NEGATED);

  private static final List<Relevance.Direction> DIRECTIONS =
      List.of(
          Relevance.Direction.UNKNOWN,
          Relevance.Direction.ALL,
          Relevance.Direction.UPSTREAM,
          Relevance.Direction.DOWNSTREAM,
          Relevance.Direction.OPPOSITE);

  private static final List<Sign.Catalogue> CATALOGUES =
      List.of(
          Sign.Catalogue.ISO_14823,
          Sign.Catalogue.VIENNA,
          Sign.Catalogue.NATIONAL,
          Sign.Catalogue.ITIS,
          Sign.Catalogue.TEXT);

  @Override
  public RoadEvent read(CompactReader in) {
    return new RoadEvent(
        new EventKey(in.readInt64("origin"), in.readInt64("sequence")),
        new EventCause(in.readInt32("cause"), in.readInt32("subCause")),
        new EventCause(in.readInt32("linkedCause"), in.readInt32("linkedSubCause")),
        Columns.at(TERMINATIONS, in.readInt8("termination"), Termination.NONE),
        new EventTime(
            in.readInt64("detectedMs"),
            in.readInt64("referenceMs"),
            in.readInt64("fromMs"),
            in.readInt64(Forms.UNTIL_MS)),
        new EventPlace(
            new GeoPoint(in.readFloat64(Forms.LAT_DEG), in.readFloat64(Forms.LON_DEG)),
            in.readFloat64("accuracyM"),
            in.readFloat64("headingDeg"),
            in.readFloat64("speedMps"),
            Ways.read(in, "trace"),
            Ways.read(in, "zone")),
        new Relevance(
            in.readFloat64("relevanceM"),
            Columns.at(DIRECTIONS, in.readInt8("direction"), Relevance.Direction.UNKNOWN)),
        new Quality(in.readInt32("quality")),
        signs(in),
        new Evidence(
            in.readInt32("evidenceVehicles"),
            in.readInt32("evidenceObservations"),
            in.readFloat64("confidence")));
  }

  private static List<Sign> signs(CompactReader in) {
    byte[] catalogues = Columns.orEmpty(in.readArrayOfInt8("signCatalogues"));
    String[] codes = Columns.orEmpty(in.readArrayOfString("signCodes"));
    double @Nullable [] limitsMps = in.readArrayOfFloat64("signLimitsMps");
    List<Sign> signs = new ArrayList<>(codes.length);
    for (int i = 0; i < codes.length; i++) {
      Sign.Catalogue catalogue = Columns.at(CATALOGUES, catalogues[i], Sign.Catalogue.TEXT);
      signs.add(new Sign(catalogue, codes[i], Columns.at(limitsMps, i)));
    }
    return signs;
  }

  @Override
  public void write(CompactWriter out, RoadEvent event) {
    out.writeInt64("origin", event.key().originId());
    out.writeInt64("sequence", event.key().sequence());
    out.writeInt32("cause", event.cause().causeCode());
    out.writeInt32("subCause", event.cause().subCauseCode());
    out.writeInt32("linkedCause", event.linkedCause().causeCode());
    out.writeInt32("linkedSubCause", event.linkedCause().subCauseCode());
    out.writeInt8("termination", (byte) TERMINATIONS.indexOf(event.termination()));
    out.writeBoolean(Forms.IS_ENDED, event.termination() != Termination.NONE);
    out.writeInt64("detectedMs", event.time().detectedMs());
    out.writeInt64("referenceMs", event.time().referenceMs());
    out.writeInt64("fromMs", event.time().fromMs());
    out.writeInt64(Forms.UNTIL_MS, event.time().untilMs());
    writePlace(out, event.place());
    out.writeFloat64("relevanceM", event.relevance().distanceM());
    out.writeInt8("direction", (byte) DIRECTIONS.indexOf(event.relevance().direction()));
    out.writeInt32("quality", event.quality().levelCode());
    out.writeInt32("evidenceVehicles", event.evidence().vehiclesCount());
    out.writeInt32("evidenceObservations", event.evidence().observationsCount());
    out.writeFloat64("confidence", event.evidence().confidence());
    List<Sign> signs = event.signs();
    byte[] catalogues = new byte[signs.size()];
    for (int i = 0; i < catalogues.length; i++) {
      catalogues[i] = (byte) CATALOGUES.indexOf(signs.get(i).catalogue());
    }
    out.writeArrayOfInt8("signCatalogues", catalogues.length == 0 ? null : catalogues);
    out.writeArrayOfString("signCodes", Columns.strings(signs, Sign::code));
    out.writeArrayOfFloat64("signLimitsMps", Columns.doubles(signs, Sign::speedLimitMps));
  }

  private static void writePlace(CompactWriter out, EventPlace place) {
    out.writeFloat64(Forms.LAT_DEG, place.position().latDeg());
    out.writeFloat64(Forms.LON_DEG, place.position().lonDeg());
    out.writeFloat64("accuracyM", place.accuracyM());
    out.writeFloat64("headingDeg", place.headingDeg());
    out.writeFloat64("speedMps", place.speedMps());
    Ways.write(out, "trace", place.traces());
    Ways.write(out, "zone", place.zones());
    Extent extent = Extent.of(place);
    out.writeFloat64(Forms.SOUTH_DEG, extent.southDeg());
    out.writeFloat64(Forms.WEST_DEG, extent.westDeg());
    out.writeFloat64(Forms.NORTH_DEG, extent.northDeg());
    out.writeFloat64(Forms.EAST_DEG, extent.eastDeg());
  }

  @Override
  public String getTypeName() {
    return "event";
  }

  @Override
  public Class<RoadEvent> getCompactClass() {
    return RoadEvent.class;
  }
}
