package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// How a road is laid out, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class RoadConfigurations {

  public static final SequenceType GEO_POSITION =
      sequence("GeoPosition")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .defaulting("altitude", Positions.ALTITUDE_VALUE, 800001)
          .end();

  public static final SequenceOfType PATH_REFERENCES = listOf(1, 14, integer(0, 14));

  public static final SequenceType ROAD_SECTION_DEFINITION =
      sequence("RoadSectionDefinition")
          .field("startingPointSection", GEO_POSITION)
          .optional("lengthOfSection", Quantities.STANDARD_LENGTH_2B)
          .optional("endingPointSection", GEO_POSITION)
          .field("connectedPaths", PATH_REFERENCES)
          .field("includedPaths", PATH_REFERENCES)
          .field("isEventZoneIncluded", BOOLEAN)
          .field("isEventZoneConnected", BOOLEAN)
          .extensible()
          .end();

  public static final SequenceType MAPEM_ELEMENT_REFERENCE =
      sequence("MapemElementReference")
          .optional("mapReference", LanePositions.MAP_REFERENCE)
          .optional("laneIds", extensibleListOf(1, 8, Quantities.IDENTIFIER_1B))
          .optional("connectionIds", extensibleListOf(1, 8, Quantities.IDENTIFIER_1B))
          .extensible()
          .end();

  public static final SequenceType ROAD_CONFIGURATION_SECTION =
      sequence("RoadConfigurationSection")
          .field("roadSectionDefinition", ROAD_SECTION_DEFINITION)
          .optional("roadType", Roads.ROAD_TYPE)
          .optional("laneConfiguration", LanePositions.BASIC_LANE_CONFIGURATION)
          .optional("mapemConfiguration", extensibleListOf(1, 16, MAPEM_ELEMENT_REFERENCE))
          .extensible()
          .end();

  public static final SequenceOfType ROAD_CONFIGURATION_SECTION_LIST =
      extensibleListOf(1, 8, ROAD_CONFIGURATION_SECTION);

  private RoadConfigurations() {}
}
