package city.wayside.messages.translation;

import city.wayside.messages.sae.Areas;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.sae.Tim;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.Type;
import java.util.List;

/// Where the values of a TIM are, by the names of SAE J2735; the same for reading and for writing.
final class TimPaths {

  static final Path MESSAGE_ID = Path.of(MessageFrame.MESSAGE_FRAME, "messageId");
  static final Path MESSAGE = Path.of(MessageFrame.MESSAGE_FRAME, "value.TravelerInformation");

  static final Path MSG_CNT = Path.of(Tim.TRAVELER_INFORMATION, "msgCnt");
  static final Path TIME_STAMP = Path.of(Tim.TRAVELER_INFORMATION, "timeStamp");
  static final Path PACKET_ID = Path.of(Tim.TRAVELER_INFORMATION, "packetID");
  static final Path DATA_FRAMES = Path.of(Tim.TRAVELER_INFORMATION, "dataFrames");

  static final Path FRAME_TYPE = frame("frameType");
  static final Path FURTHER_INFO_ID = frame("msgId.furtherInfoID");
  static final Path SIGN_LAT = frame("msgId.roadSignID.position.lat");
  static final Path SIGN_LONG = frame("msgId.roadSignID.position.long");
  static final Path VIEW_ANGLE = frame("msgId.roadSignID.viewAngle");
  static final Path MUTCD_CODE = frame("msgId.roadSignID.mutcdCode");
  static final Path START_YEAR = frame("startYear");
  static final Path START_TIME = frame("startTime");
  static final Path DURATION_TIME = frame("durationTime");
  static final Path PRIORITY = frame("priority");
  static final Path REGIONS = frame("regions");
  static final List<Path> UNUSED =
      List.of(frame("doNotUse1"), frame("doNotUse2"), frame("doNotUse3"), frame("doNotUse4"));

  /// The alternatives of the content, all of them lists of phrases.
  static final List<Content> CONTENTS =
      List.of(
          content("advisory"),
          content("workZone"),
          content("genericSign"),
          content("speedLimit"),
          content("exitService"));

  static final Path ANCHOR_LAT = region("anchor.lat");
  static final Path ANCHOR_LONG = region("anchor.long");
  static final Path CLOSED_PATH = region("closedPath");
  static final Path DIRECTION = region("direction");
  static final Path DIRECTIONALITY = region("directionality");
  static final Path SCALE = region("description.path.scale");
  static final Path XY_NODES = region("description.path.offset.xy.nodes");
  static final Path LL_NODES = region("description.path.offset.ll.nodes");
  static final Path CIRCLE = region("description.geometry.circle");
  static final Path CIRCLE_DIRECTION = region("description.geometry.direction");

  private static final String OLD = "description.oldRegion.area.";
  static final Path OLD_CIRCLE = region(OLD + "circle");
  static final Path SHAPE_ANCHOR_LAT = region(OLD + "shapePointSet.anchor.lat");
  static final Path SHAPE_ANCHOR_LONG = region(OLD + "shapePointSet.anchor.long");
  static final Path SHAPE_NODES = region(OLD + "shapePointSet.nodeList.nodes");
  static final Path POINTS_ANCHOR_LAT = region(OLD + "regionPointSet.anchor.lat");
  static final Path POINTS_ANCHOR_LONG = region(OLD + "regionPointSet.anchor.long");
  static final Path POINTS_SCALE = region(OLD + "regionPointSet.scale");
  static final Path POINTS = region(OLD + "regionPointSet.nodeList");
  static final Path POINT_X = Path.of(Areas.REGION_OFFSETS, "xOffset");
  static final Path POINT_Y = Path.of(Areas.REGION_OFFSETS, "yOffset");

  static final Path CENTER_LAT = Path.of(Areas.CIRCLE, "center.lat");
  static final Path CENTER_LONG = Path.of(Areas.CIRCLE, "center.long");
  static final Path RADIUS = Path.of(Areas.CIRCLE, "radius");
  static final Path UNITS = Path.of(Areas.CIRCLE, "units");

  private TimPaths() {}

  /// The phrases of one kind of content.
  ///
  /// @param list the list of phrases
  /// @param element the type of its elements
  /// @param itis of an element: the number of a phrase
  /// @param text of an element: words
  record Content(Path list, SequenceType element, Path itis, Path text) {}

  private static Content content(String name) {
    Path list = frame("content." + name);
    SequenceType element = (SequenceType) ((SequenceOfType) list.target()).element();
    return new Content(list, element, Path.of(element, "item.itis"), Path.of(element, "item.text"));
  }

  private static Path frame(String names) {
    return Path.of(Tim.TRAVELER_DATA_FRAME, names);
  }

  private static Path region(String names) {
    return Path.of(Areas.GEOGRAPHICAL_PATH, names);
  }

  /// The paths to a coordinate in the alternatives of a node's offset that are steps, in order.
  static Path[] steps(Type node, String prefix, String axis) {
    Path[] paths = new Path[6];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = Path.of(node, "delta." + prefix + (i + 1) + "." + axis);
    }
    return paths;
  }
}
