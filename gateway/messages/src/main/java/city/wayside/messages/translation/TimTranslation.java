package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.time.ItsTime;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// TIM to events (SAE J2735 TravelerInformation): each TravelerDataFrame is one.
final class TimTranslation {

  static final TimTranslation FRAMED = new TimTranslation();

  /// Words of MUTCD sign groups come as national signs with this before them.
  static final String MUTCD = "MUTCD-";

  /// The bits of a sequence number that come from the packetID; the frame's place lies above.
  static final int PACKET_BITS = 40;

  private static final int ORIGIN_BITS = 32;
  private static final int ASCII_BITS = 7;
  private static final int DURATION_FOREVER = 32_000;
  private static final int YEAR_MAX = 4_094;
  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = 86_400_000;

  private TimTranslation() {}

  /// The events that a TIM tells.
  Decoded read(Unpacked.Message message, long receivedMs) {
    Values frame = new Values(message.tape(), message.root());
    long cell = frame.cell(TimPaths.MESSAGE);
    if (cell == Tape.ABSENT) {
      return Answers.withoutContent(message);
    }
    Values tim = frame.at(cell);
    long referenceMs =
        timeOr(
            ItsTime.unixMsOfMinute(
                (int) tim.number(TimPaths.TIME_STAMP, ItsTime.MINUTE_INVALID),
                ItsTime.SECOND_UNAVAILABLE,
                receivedMs),
            receivedMs);
    List<RoadEvent> events = new ArrayList<>();
    for (int i = 0; i < tim.count(TimPaths.DATA_FRAMES); i++) {
      Values dataFrame = tim.element(TimPaths.DATA_FRAMES, i);
      events.add(event(dataFrame, key(tim, i), referenceMs, receivedMs));
    }
    return new Decoded.Events(List.copyOf(events));
  }

  /// The packetID's first 4 octets tell who, its last 5 which; without one the message's count,
  /// which only tells it apart from the sender's others.
  private static EventKey key(Values tim, int index) {
    long packet = tim.cell(TimPaths.PACKET_ID);
    long place = (long) index << PACKET_BITS;
    return packet == Tape.ABSENT
        ? new EventKey(0, place | tim.cell(TimPaths.MSG_CNT))
        : new EventKey(
            tim.tape().bits(packet, 0, ORIGIN_BITS),
            place | tim.tape().bits(packet, ORIGIN_BITS, PACKET_BITS));
  }

  private static RoadEvent event(Values frame, EventKey key, long referenceMs, long receivedMs) {
    List<Sign> signs = signs(frame);
    return new RoadEvent(
        key,
        cause(signs),
        RoadEvent.Termination.NONE,
        time(frame, referenceMs, receivedMs),
        place(frame),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        signs);
  }

  private static List<Sign> signs(Values frame) {
    List<Sign> signs = new ArrayList<>();
    String mutcd = frame.word(TimPaths.MUTCD_CODE);
    if (mutcd != null) {
      signs.add(new Sign(Sign.Catalogue.NATIONAL, MUTCD + mutcd));
    }
    for (TimPaths.Content content : TimPaths.CONTENTS) {
      for (int i = 0; i < frame.count(content.list()); i++) {
        Values phrase = frame.element(content.list(), i);
        signs.add(
            phrase.has(content.itis())
                ? new Sign(Sign.Catalogue.ITIS, Long.toString(phrase.cell(content.itis())))
                : new Sign(
                    Sign.Catalogue.TEXT,
                    new String(
                        phrase.octets(content.text(), ASCII_BITS), StandardCharsets.US_ASCII)));
      }
    }
    return List.copyOf(signs);
  }

  /// The cause of the first phrase that tells one.
  private static EventCause cause(List<Sign> signs) {
    for (Sign sign : signs) {
      if (sign.catalogue() == Sign.Catalogue.ITIS) {
        EventCause cause = ItisCauses.causeOf(Integer.parseInt(sign.code()));
        if (!cause.equals(EventCause.NONE)) {
          return cause;
        }
      }
    }
    return EventCause.NONE;
  }

  private static EventTime time(Values frame, long referenceMs, long receivedMs) {
    long fromMs = fromMs(frame, referenceMs, receivedMs);
    long durationMinutes = frame.cell(TimPaths.DURATION_TIME);
    return new EventTime(
        referenceMs,
        referenceMs,
        fromMs,
        durationMinutes >= DURATION_FOREVER
            ? EventTime.OPEN
            : fromMs + durationMinutes * MINUTE_MS);
  }

  /// The start, in the year nearest to the receive time when none is given; the time of the message
  /// when it is not valid.
  private static long fromMs(Values frame, long referenceMs, long receivedMs) {
    long year = frame.number(TimPaths.START_YEAR, 0);
    long minute = frame.cell(TimPaths.START_TIME);
    if (minute >= ItsTime.MINUTE_INVALID) {
      return referenceMs;
    }
    if (year > 0 && year <= YEAR_MAX) {
      return LocalDate.of((int) year, 1, 1).toEpochDay() * DAY_MS + minute * MINUTE_MS;
    }
    return timeOr(
        ItsTime.unixMsOfMinute((int) minute, ItsTime.SECOND_UNAVAILABLE, receivedMs), referenceMs);
  }

  private static long timeOr(long unixMs, long otherwise) {
    return unixMs == ItsTime.UNKNOWN_MS ? otherwise : unixMs;
  }

  private static EventPlace place(Values frame) {
    GeoPoint position = new GeoPoint(Double.NaN, Double.NaN);
    double headingDeg = Double.NaN;
    List<List<GeoPoint>> zones = new ArrayList<>();
    for (int i = 0; i < frame.count(TimPaths.REGIONS); i++) {
      Values region = frame.element(TimPaths.REGIONS, i);
      if (i == 0) {
        position = TimRegion.anchor(region);
        headingDeg =
            HeadingSlices.headingDeg(
                region.tape(),
                region.number(TimPaths.DIRECTION, region.cell(TimPaths.CIRCLE_DIRECTION)));
      }
      List<GeoPoint> points = TimRegion.points(region);
      if (!points.isEmpty()) {
        zones.add(points);
      }
    }
    if (Double.isNaN(position.latDeg()) && frame.has(TimPaths.SIGN_LAT)) {
      position =
          new GeoPoint(
              frame.measure(TimPaths.SIGN_LAT, SaeQuantity.LATITUDE),
              frame.measure(TimPaths.SIGN_LONG, SaeQuantity.LONGITUDE));
    }
    if (Double.isNaN(headingDeg)) {
      headingDeg = HeadingSlices.headingDeg(frame.tape(), frame.cell(TimPaths.VIEW_ANGLE));
    }
    return new EventPlace(
        position, Double.NaN, headingDeg, Double.NaN, List.of(), List.copyOf(zones));
  }
}
