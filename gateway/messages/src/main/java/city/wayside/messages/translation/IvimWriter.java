package city.wayside.messages.translation;

import city.wayside.messages.etsi.ivim.Ivim;
import city.wayside.messages.etsi.ivim.Signs;
import city.wayside.messages.etsi.ivim.Zones;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Report;
import java.util.ArrayList;
import java.util.List;

/// Event to IVIM of protocol version 2 (ETSI TS 103 301, ISO 19321). Any thread; stateless.
///
/// What the message has no field for is left out: causes, quality, speed, distance; codes that are
/// none of their catalogue; what goes beyond the numbers of zones, points, signs and lines. Texts
/// come after all codes. An event that has nothing to show is refused unless it is ended.
public final class IvimWriter {

  private static final Path PROTOCOL_VERSION = Path.of(Ivim.IVIM, "header.protocolVersion");
  private static final Path MESSAGE_ID = Path.of(Ivim.IVIM, "header.messageID");
  private static final Path STATION_ID = Path.of(Ivim.IVIM, "header.stationID");

  private static final int VERSION = 2;
  private static final int IVIM = 6;
  private static final int NUMBER_MAX = 32_767;
  private static final int STATUS_UPDATE = 1;
  private static final int WAYS_MAX = 8;
  private static final int PER_PART = 4;
  private static final int PARTS_MAX = 16;
  private static final int TEXT_CHARS_MAX = 500;
  private static final int LANGUAGE_BITS = 10;
  private static final int TYPE_DANGER = 0;
  private static final int TYPE_REGULATORY = 1;
  private static final int TYPE_INFORMATION = 2;
  private static final int OPPOSITE_DIRECTION = 1;
  private static final int BOTH_DIRECTIONS = 2;

  private final RoadEvent event;
  private final Draft draft;
  private final List<Long> relevanceIds = new ArrayList<>();
  private final List<Long> detectionIds = new ArrayList<>();

  private IvimWriter(RoadEvent event) throws Malformed {
    this.event = event;
    this.draft = new Draft(Ivim.IVIM);
  }

  /// The IVIM that tells an event.
  ///
  /// @param stationId the station that sends it, 0 to 4,294,967,295
  public static Packed write(RoadEvent event, long stationId) {
    long sequence = event.key().sequence();
    if (stationId < 0 || stationId > Report.STATION_ID_MAX) {
      return Packed.outOfRange("stationId is " + stationId + ", must be 0 to 4294967295");
    }
    if (event.key().originId() < 0 || event.key().originId() > IvimProvider.MAX) {
      return Packed.outOfRange(
          "key.originId is " + event.key().originId() + ", must be 0 to " + IvimProvider.MAX);
    }
    if (sequence < 1 || sequence > NUMBER_MAX) {
      return Packed.outOfRange("key.sequence is " + sequence + ", must be 1 to " + NUMBER_MAX);
    }
    try {
      return new IvimWriter(event).write(stationId);
    } catch (Malformed malformed) {
      return Packed.of(malformed);
    }
  }

  private Packed write(long stationId) throws Malformed {
    draft.put(PROTOCOL_VERSION, VERSION).put(MESSAGE_ID, IVIM).put(STATION_ID, stationId);
    putMandatory();
    long[] codes = codes();
    long[] texts = texts();
    boolean shows = codes.length + texts.length > 0;
    if (!shows && event.termination() == RoadEvent.Termination.NONE) {
      return Packed.outOfRange("signs must have one that an IVIM can show");
    }
    boolean isPlaced = event.place().position().isPosition();
    if (!isPlaced && codes.length == 0 && texts.length > 0) {
      return Packed.outOfRange("place.position must be known where only text is shown");
    }
    List<Long> containers = new ArrayList<>();
    if (isPlaced) {
      containers.add(container(IvimPaths.GLC, places()));
    }
    // A few lines belong to the last signs; without signs or beyond that they stand by themselves.
    boolean withSigns = codes.length > 0 && (texts.length <= PER_PART || !isPlaced);
    if (codes.length > 0) {
      long[] extra = withSigns ? chunk(texts, 0) : new long[0];
      containers.add(container(IvimPaths.GIV, draft.list(signParts(codes, extra))));
    }
    if (texts.length > 0 && !withSigns) {
      containers.add(container(IvimPaths.TC, draft.list(textParts(texts))));
    }
    if (!containers.isEmpty()) {
      draft.put(IvimPaths.CONTAINERS, draft.list(array(containers)));
    }
    return new Packed.Bytes(draft.encode());
  }

  private void putMandatory() throws Malformed {
    EventTime time = event.time();
    draft
        .put(IvimPaths.COUNTRY_CODE, IvimProvider.countryCode(draft, event.key().originId()))
        .put(IvimPaths.PROVIDER, IvimProvider.identifier(event.key().originId()))
        .put(IvimPaths.NUMBER, event.key().sequence())
        .put(IvimPaths.TIME_STAMP, EtsiParts.timestamp(time.referenceMs()))
        .put(IvimPaths.VALID_FROM, EtsiParts.timestamp(time.fromMs()))
        .put(
            IvimPaths.STATUS,
            switch (event.termination()) {
              case NONE -> time.detectedMs() == time.referenceMs() ? 0 : STATUS_UPDATE;
              case CANCELLED -> 2;
              case NEGATED -> 3;
            });
    if (time.untilMs() != EventTime.OPEN) {
      draft.put(IvimPaths.VALID_TO, EtsiParts.timestamp(time.untilMs()));
    }
  }

  private long container(Path alternative, long cell) throws Malformed {
    ChoiceType type = Ivim.IVI_CONTAINER;
    return draft.chosen(type.position(alternative.toString()), cell);
  }

  /// The reference position and its zones; one without a line when there are none, for signs must
  /// name one.
  private long places() throws Malformed {
    EventPlace place = event.place();
    long cell = draft.sequence(Zones.GEOGRAPHIC_LOCATION_CONTAINER);
    List<Long> parts = new ArrayList<>();
    int zones = Math.min(place.zones().size(), WAYS_MAX);
    for (int i = 0; i < Math.max(1, zones); i++) {
      long part = part(parts, relevanceIds);
      if (i < zones) {
        IvimZones.put(draft, part, place.position(), place.zones().get(i));
      }
    }
    for (int i = 0; i < Math.min(place.traces().size(), WAYS_MAX); i++) {
      long part = part(parts, detectionIds);
      IvimZones.putTrace(draft, part, place.position(), place.traces().get(i));
    }
    if (Double.isFinite(place.headingDeg())) {
      draft.put(
          parts.getFirst(), IvimPaths.ZONE_HEADING, Quantity.HEADING.wireOf(place.headingDeg()));
    }
    draft.put(cell, IvimPaths.PARTS, draft.list(array(parts)));
    EtsiParts.putPosition(draft, cell, IvimPaths.POSITION, place.position(), place.accuracyM());
    return cell;
  }

  /// A zone with the next number, still without a line.
  private long part(List<Long> parts, List<Long> ids) throws Malformed {
    long cell = draft.sequence(Zones.GLC_PART);
    parts.add(cell);
    ids.add((long) parts.size());
    draft.put(cell, IvimPaths.ZONE_ID, parts.size());
    return cell;
  }

  private long[] codes() throws Malformed {
    List<Long> codes = new ArrayList<>();
    for (Sign sign : event.signs()) {
      long code = IvimSign.write(draft, sign, event.key().originId());
      if (code != Tape.ABSENT && codes.size() < PER_PART * PARTS_MAX) {
        codes.add(code);
      }
    }
    return array(codes);
  }

  private long[] texts() throws Malformed {
    List<Long> texts = new ArrayList<>();
    for (Sign sign : event.signs()) {
      if (sign.catalogue() == Sign.Catalogue.TEXT && texts.size() < PER_PART * PARTS_MAX) {
        long cell = draft.sequence(Signs.TEXT);
        // No language is known: all zeros.
        draft.put(
            cell,
            IvimPaths.LANGUAGE,
            draft.string((StringType) IvimPaths.LANGUAGE.target(), new long[LANGUAGE_BITS]));
        String text = sign.code();
        draft.text(
            cell, IvimPaths.TEXT, text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX)));
        texts.add(cell);
      }
    }
    return array(texts);
  }

  private long[] signParts(long[] codes, long[] texts) throws Malformed {
    long[] parts = new long[chunks(codes)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = draft.sequence(Signs.GIC_PART);
      draft
          .put(parts[i], IvimPaths.CODES, draft.list(chunk(codes, i)))
          .put(parts[i], IvimPaths.TYPE, type())
          .put(parts[i], IvimPaths.DIRECTION, direction());
      putIds(parts[i], IvimPaths.RELEVANCE_ZONES, relevanceIds);
      putIds(parts[i], IvimPaths.DETECTION_ZONES, detectionIds);
    }
    if (texts.length > 0) {
      draft.put(parts[parts.length - 1], IvimPaths.EXTRA_TEXT, draft.list(texts));
    }
    return parts;
  }

  private long[] textParts(long[] texts) throws Malformed {
    long[] parts = new long[chunks(texts)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = draft.sequence(Signs.TC_PART);
      draft
          .put(parts[i], IvimPaths.TC_TEXT, draft.list(chunk(texts, i)))
          .put(
              parts[i],
              IvimPaths.TC_DATA,
              draft.string((StringType) IvimPaths.TC_DATA.target(), new long[0]));
      putIds(parts[i], IvimPaths.TC_RELEVANCE_ZONES, relevanceIds);
      putIds(parts[i], IvimPaths.TC_DETECTION_ZONES, detectionIds);
    }
    return parts;
  }

  private void putIds(long part, Path path, List<Long> ids) throws Malformed {
    if (!ids.isEmpty()) {
      draft.put(part, path, draft.list(array(ids)));
    }
  }

  /// What kind of information it is, by the first pictogram.
  private long type() {
    for (Sign sign : event.signs()) {
      if (sign.catalogue() == Sign.Catalogue.ISO_14823) {
        return sign.code().startsWith("11-")
            ? TYPE_DANGER
            : sign.code().startsWith("12-") ? TYPE_REGULATORY : TYPE_INFORMATION;
      }
    }
    return TYPE_INFORMATION;
  }

  private long direction() {
    Relevance.Direction direction = event.relevance().direction();
    return switch (direction) {
      case ALL -> BOTH_DIRECTIONS;
      case OPPOSITE -> OPPOSITE_DIRECTION;
      case UNKNOWN, UPSTREAM, DOWNSTREAM -> Tape.ABSENT;
    };
  }

  private static int chunks(long[] cells) {
    return Math.ceilDiv(cells.length, PER_PART);
  }

  private static long[] chunk(long[] cells, int index) {
    int from = index * PER_PART;
    int count = Math.clamp(cells.length - from, 0, PER_PART);
    long[] chunk = new long[count];
    System.arraycopy(cells, from, chunk, 0, count);
    return chunk;
  }

  private static long[] array(List<Long> cells) {
    return cells.stream().mapToLong(Long::longValue).toArray();
  }
}
