package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Shapes of areas, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class Shapes {

  public static final IntegerType CARTESIAN_COORDINATE = integer(-32768, 32767);

  public static final SequenceType CARTESIAN_POSITION_3D =
      sequence("CartesianPosition3d")
          .field("xCoordinate", CARTESIAN_COORDINATE)
          .field("yCoordinate", CARTESIAN_COORDINATE)
          .optional("zCoordinate", CARTESIAN_COORDINATE)
          .end();

  public static final SequenceType RECTANGULAR_SHAPE =
      sequence("RectangularShape")
          .optional("shapeReferencePoint", CARTESIAN_POSITION_3D)
          .field("semiLength", Quantities.STANDARD_LENGTH_12B)
          .field("semiBreadth", Quantities.STANDARD_LENGTH_12B)
          .optional("orientation", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("height", Quantities.STANDARD_LENGTH_12B)
          .end();

  public static final SequenceType CIRCULAR_SHAPE =
      sequence("CircularShape")
          .optional("shapeReferencePoint", CARTESIAN_POSITION_3D)
          .field("radius", Quantities.STANDARD_LENGTH_12B)
          .optional("height", Quantities.STANDARD_LENGTH_12B)
          .end();

  public static final SequenceType POLYGONAL_SHAPE =
      sequence("PolygonalShape")
          .optional("shapeReferencePoint", CARTESIAN_POSITION_3D)
          .field("polygon", extensibleListOf(3, 16, CARTESIAN_POSITION_3D))
          .optional("height", Quantities.STANDARD_LENGTH_12B)
          .end();

  public static final SequenceType ELLIPTICAL_SHAPE =
      sequence("EllipticalShape")
          .optional("shapeReferencePoint", CARTESIAN_POSITION_3D)
          .field("semiMajorAxisLength", Quantities.STANDARD_LENGTH_12B)
          .field("semiMinorAxisLength", Quantities.STANDARD_LENGTH_12B)
          .optional("orientation", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("height", Quantities.STANDARD_LENGTH_12B)
          .end();

  public static final SequenceType RADIAL_SHAPE =
      sequence("RadialShape")
          .optional("shapeReferencePoint", CARTESIAN_POSITION_3D)
          .field("range", Quantities.STANDARD_LENGTH_12B)
          .field("horizontalOpeningAngleStart", Quantities.CARTESIAN_ANGLE_VALUE)
          .field("horizontalOpeningAngleEnd", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("verticalOpeningAngleStart", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("verticalOpeningAngleEnd", Quantities.CARTESIAN_ANGLE_VALUE)
          .end();

  public static final IntegerType CARTESIAN_COORDINATE_SMALL = integer(-3094, 1001);

  public static final SequenceType RADIAL_SHAPE_DETAILS =
      sequence("RadialShapeDetails")
          .field("range", Quantities.STANDARD_LENGTH_12B)
          .field("horizontalOpeningAngleStart", Quantities.CARTESIAN_ANGLE_VALUE)
          .field("horizontalOpeningAngleEnd", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("verticalOpeningAngleStart", Quantities.CARTESIAN_ANGLE_VALUE)
          .optional("verticalOpeningAngleEnd", Quantities.CARTESIAN_ANGLE_VALUE)
          .end();

  public static final SequenceType RADIAL_SHAPES =
      sequence("RadialShapes")
          .field("refPointId", Quantities.IDENTIFIER_1B)
          .field("xCoordinate", CARTESIAN_COORDINATE_SMALL)
          .field("yCoordinate", CARTESIAN_COORDINATE_SMALL)
          .optional("zCoordinate", CARTESIAN_COORDINATE_SMALL)
          .field("radialShapesList", extensibleListOf(1, 16, RADIAL_SHAPE_DETAILS))
          .end();

  public static final ChoiceType SHAPE =
      choice("Shape")
          .or("rectangular", RECTANGULAR_SHAPE)
          .or("circular", CIRCULAR_SHAPE)
          .or("polygonal", POLYGONAL_SHAPE)
          .or("elliptical", ELLIPTICAL_SHAPE)
          .or("radial", RADIAL_SHAPE)
          .or("radialShapes", RADIAL_SHAPES)
          .extensible()
          .end();

  public static final SequenceType DELTA_POSITION =
      sequence("DeltaPosition")
          .field("deltaLatitude", Positions.DELTA_LATITUDE)
          .field("deltaLongitude", Positions.DELTA_LONGITUDE)
          .end();

  public static final SequenceType GEO_POSITION_WO_ALTITUDE =
      sequence("GeoPositionWoAltitude")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .end();

  public static final SequenceType GEO_POSITION_W_ALTITUDE =
      sequence("GeoPositionWAltitude")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .field("altitude", Positions.ALTITUDE)
          .end();

  public static final ChoiceType POLYGONAL_LINE =
      choice("PolygonalLine")
          .or("deltaPositions", extensibleListOf(1, 32, DELTA_POSITION))
          .or(
              "deltaPositionsWithAltitude",
              extensibleListOf(1, 32, Positions.DELTA_REFERENCE_POSITION))
          .or("absolutePositions", extensibleListOf(1, 8, GEO_POSITION_WO_ALTITUDE))
          .or("absolutePositionsWithAltitude", extensibleListOf(1, 8, GEO_POSITION_W_ALTITUDE))
          .extensible()
          .end();

  public static final SequenceType META_INFORMATION =
      sequence("MetaInformation")
          .field("usedDetectionInformation", extensibleBits(16))
          .field("usedStoredInformation", extensibleBits(8))
          .optional("confidenceValue", Quantities.CONFIDENCE_LEVEL)
          .extensible()
          .end();

  private Shapes() {}
}
