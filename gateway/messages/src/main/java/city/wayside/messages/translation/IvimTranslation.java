package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import city.wayside.model.message.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// IVIM to event (ETSI TS 103 301, ISO 19321). One message is one event, for it is ended as one:
/// the signs of all its parts in order, and all zones that these name. Ways that lead to it are the
/// detection zones, backwards.
final class IvimTranslation {

  static final IvimTranslation ANY = new IvimTranslation();

  private static final int OCTET_BITS = 8;
  private static final int CANCELLATION = 2;
  private static final int NEGATION = 3;
  private static final int OPPOSITE_DIRECTION = 1;
  private static final int BOTH_DIRECTIONS = 2;

  private IvimTranslation() {}

  /// The event that an IVIM tells.
  Decoded read(Unpacked.Message message, long receivedMs) {
    return new Decoded.Events(
        List.of(new Reading(new Values(message.tape(), message.root())).event(receivedMs)));
  }

  /// One message while it is read.
  private static final class Reading {

    private final Values ivim;
    private final List<Sign> signs = new ArrayList<>();
    private final Set<Long> relevanceZones = new HashSet<>();
    private final Set<Long> detectionZones = new HashSet<>();
    private final List<List<GeoPoint>> zones = new ArrayList<>();
    private final List<List<GeoPoint>> traces = new ArrayList<>();
    private Relevance.Direction direction = Relevance.Direction.UNKNOWN;
    private GeoPoint position = new GeoPoint(Double.NaN, Double.NaN);
    private double accuracyM = Double.NaN;
    private double headingDeg = Double.NaN;
    private boolean placed;

    Reading(Values ivim) {
      this.ivim = ivim;
    }

    RoadEvent event(long receivedMs) {
      // Signs first: they name the zones that matter.
      for (int i = 0; i < ivim.count(IvimPaths.CONTAINERS); i++) {
        Values container = ivim.element(IvimPaths.CONTAINERS, i);
        list(container, IvimPaths.GIV, this::addSigns);
        list(container, IvimPaths.TC, this::addTexts);
      }
      for (int i = 0; i < ivim.count(IvimPaths.CONTAINERS); i++) {
        long places = ivim.element(IvimPaths.CONTAINERS, i).cell(IvimPaths.GLC);
        if (places != Tape.ABSENT) {
          addPlaces(ivim.at(places));
        }
      }
      return new RoadEvent(
          new EventKey(
              IvimProvider.of(
                  ivim.tape(), ivim.cell(IvimPaths.COUNTRY_CODE), ivim.cell(IvimPaths.PROVIDER)),
              ivim.cell(IvimPaths.NUMBER)),
          EventCause.NONE,
          termination(),
          time(receivedMs),
          new EventPlace(
              position, accuracyM, headingDeg, Double.NaN, List.copyOf(traces), List.copyOf(zones)),
          new Relevance(Double.NaN, direction),
          RoadEvent.Quality.UNKNOWN,
          List.copyOf(signs));
    }

    private static void list(Values container, Path path, Part reader) {
      for (int i = 0; i < container.count(path); i++) {
        reader.read(container.element(path, i));
      }
    }

    private RoadEvent.Termination termination() {
      return switch ((int) ivim.cell(IvimPaths.STATUS)) {
        case CANCELLATION -> RoadEvent.Termination.CANCELLED;
        case NEGATION -> RoadEvent.Termination.NEGATED;
        default -> RoadEvent.Termination.NONE;
      };
    }

    private EventTime time(long receivedMs) {
      long referenceMs = timeOr(IvimPaths.TIME_STAMP, receivedMs);
      return new EventTime(
          referenceMs,
          referenceMs,
          timeOr(IvimPaths.VALID_FROM, referenceMs),
          timeOr(IvimPaths.VALID_TO, EventTime.OPEN));
    }

    private long timeOr(Path path, long otherwise) {
      long cell = ivim.cell(path);
      return cell == Tape.ABSENT ? otherwise : ItsTime.unixMsOfTimestamp(cell);
    }

    private void addSigns(Values part) {
      for (int i = 0; i < part.count(IvimPaths.CODES); i++) {
        Sign sign = IvimSign.read(part.element(IvimPaths.CODES, i));
        if (sign != null) {
          signs.add(sign);
        }
      }
      addText(part, IvimPaths.EXTRA_TEXT);
      addIds(part, IvimPaths.RELEVANCE_ZONES, relevanceZones);
      addIds(part, IvimPaths.DETECTION_ZONES, detectionZones);
      long code = part.cell(IvimPaths.DIRECTION);
      if (code == BOTH_DIRECTIONS) {
        direction = Relevance.Direction.ALL;
      } else if (code == OPPOSITE_DIRECTION && direction != Relevance.Direction.ALL) {
        direction = Relevance.Direction.OPPOSITE;
      }
    }

    private void addTexts(Values part) {
      addText(part, IvimPaths.TC_TEXT);
      addIds(part, IvimPaths.TC_RELEVANCE_ZONES, relevanceZones);
      addIds(part, IvimPaths.TC_DETECTION_ZONES, detectionZones);
    }

    private void addText(Values part, Path lines) {
      for (int i = 0; i < part.count(lines); i++) {
        byte[] text = part.element(lines, i).octets(IvimPaths.TEXT, OCTET_BITS);
        signs.add(new Sign(Sign.Catalogue.TEXT, new String(text, StandardCharsets.UTF_8)));
      }
    }

    private static void addIds(Values part, Path list, Set<Long> ids) {
      for (int i = 0; i < part.count(list); i++) {
        ids.add(part.tape().item(part.cell(list), i));
      }
    }

    private void addPlaces(Values container) {
      if (!placed) {
        placed = true;
        position =
            new GeoPoint(
                container.measure(IvimPaths.LATITUDE, Quantity.LATITUDE),
                container.measure(IvimPaths.LONGITUDE, Quantity.LONGITUDE));
        accuracyM =
            Accuracy.radiusM(
                container.measure(IvimPaths.SEMI_MAJOR, Quantity.SEMI_AXIS),
                container.measure(IvimPaths.SEMI_MINOR, Quantity.SEMI_AXIS));
      }
      for (int i = 0; i < container.count(IvimPaths.PARTS); i++) {
        Values part = container.element(IvimPaths.PARTS, i);
        List<GeoPoint> points = IvimZones.read(container, part);
        long id = part.cell(IvimPaths.ZONE_ID);
        if (relevanceZones.contains(id)) {
          if (Double.isNaN(headingDeg)) {
            headingDeg = part.measure(IvimPaths.ZONE_HEADING, Quantity.HEADING);
          }
          add(points, zones);
        }
        if (detectionZones.contains(id)) {
          add(points.reversed(), traces);
        }
      }
    }

    private static void add(List<GeoPoint> points, List<List<GeoPoint>> ways) {
      if (!points.isEmpty()) {
        ways.add(List.copyOf(points));
      }
    }
  }

  /// Reads a part of a container.
  private interface Part {
    void read(Values part);
  }
}
