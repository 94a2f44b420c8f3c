package city.wayside.road.network;

import java.util.Arrays;

/// A uniform grid over the pieces (point to next point) of all links, in flat arrays. The links
/// that touch cell `c` are entries `cellStart[c]` to `cellStart[c + 1]`, exclusive; an entry says
/// from which piece of the link to which, counted from the link's start.
final class PieceGrid {

  private static final double CELL_M_MIN = 50;

  /// Cells per piece, at most: a lonely segment far away must not make an empty country.
  private static final long CELLS_PER_PIECE_MAX = 4;

  private static final long CELLS_FREE = 1024;

  /// Where a piece is counted with one byte; this and more is "to the end of the link".
  private static final int PIECE_MAX = 255;

  private final PlanePoints points;
  private final Shapes shapes;
  private final double westM;
  private final double southM;
  private final double cellM;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final int[] links;
  private final byte[] firstPiece;
  private final byte[] lastPiece;

  PieceGrid(Shapes shapes, PlanePoints points) {
    this.shapes = shapes;
    this.points = points;
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int point = 0; point < points.count(); point++) {
      west = Math.min(west, eastM(point));
      east = Math.max(east, eastM(point));
      south = Math.min(south, northM(point));
      north = Math.max(north, northM(point));
    }
    westM = west;
    southM = south;
    double cellsMax = CELLS_FREE + CELLS_PER_PIECE_MAX * (double) points.count();
    double squareM2 = Math.max(1, east - west) * Math.max(1, north - south);
    double sideM = Math.max(CELL_M_MIN, Math.sqrt(squareM2 / cellsMax));
    sideM = Math.max(sideM, Math.max(east - west, north - south) / cellsMax);
    cellM = sideM;
    columns = (int) ((east - west) / sideM) + 1;
    rows = (int) ((north - south) / sideM) + 1;
    int cells = columns * rows;
    cellStart = new int[cells + 1];
    int[] linkBefore = new int[cells];
    Arrays.fill(linkBefore, -1);
    eachCell((cell, _, link) -> {
      if (linkBefore[cell] != link) {
        linkBefore[cell] = link;
        cellStart[cell + 1]++;
      }
    });
    for (int cell = 0; cell < cells; cell++) {
      cellStart[cell + 1] += cellStart[cell];
    }
    links = new int[cellStart[cells]];
    firstPiece = new byte[links.length];
    lastPiece = new byte[links.length];
    int[] next = Arrays.copyOf(cellStart, cells);
    eachCell((cell, piece, link) -> {
      byte place = (byte) Math.min(piece - shapes.start()[link], PIECE_MAX);
      int entry = next[cell] - 1;
      if (entry < cellStart[cell] || links[entry] != link) {
        entry = next[cell]++;
        links[entry] = link;
        firstPiece[entry] = place;
      }
      lastPiece[entry] = place;
    });
  }

  private interface CellVisitor {
    void visit(int cell, int piece, int link);
  }

  /// Every piece with every cell that it touches, row by row.
  private void eachCell(CellVisitor visitor) {
    for (int link = 0; link < shapes.linkCount(); link++) {
      for (int piece = shapes.start()[link]; piece < shapes.start()[link + 1] - 1; piece++) {
        eachCellOf(piece, link, visitor);
      }
    }
  }

  private void eachCellOf(int piece, int link, CellVisitor visitor) {
    double x1 = eastM(piece);
    double y1 = northM(piece);
    double x2 = eastM(piece + 1);
    double y2 = northM(piece + 1);
    int rowLast = row(Math.max(y1, y2));
    for (int row = row(Math.min(y1, y2)); row <= rowLast; row++) {
      double lowM = Math.max(Math.min(y1, y2), southM + row * cellM);
      double highM = Math.min(Math.max(y1, y2), southM + (row + 1) * cellM);
      double xLow = y1 == y2 ? x1 : x1 + (x2 - x1) * (lowM - y1) / (y2 - y1);
      double xHigh = y1 == y2 ? x2 : x1 + (x2 - x1) * (highM - y1) / (y2 - y1);
      int columnLast = column(Math.max(xLow, xHigh));
      for (int column = column(Math.min(xLow, xHigh)); column <= columnLast; column++) {
        visitor.visit(row * columns + column, piece, link);
      }
    }
  }

  /// Fills in the links that come within a radius of a position.
  void near(double eastM, double northM, double radiusM, Nearby found) {
    found.clear();
    if (eastM + radiusM < westM
        || northM + radiusM < southM
        || eastM - radiusM > westM + columns * cellM
        || northM - radiusM > southM + rows * cellM) {
      return;
    }
    int columnFirst = column(eastM - radiusM);
    int columnLast = column(eastM + radiusM);
    int rowLast = row(northM + radiusM);
    for (int row = row(northM - radiusM); row <= rowLast; row++) {
      int first = cellStart[row * columns + columnFirst];
      int last = cellStart[row * columns + columnLast + 1];
      for (int i = first; i < last; i++) {
        double distanceM = distanceM(i, eastM, northM);
        if (distanceM <= radiusM) {
          found.offer(links[i], distanceM);
        }
      }
    }
  }

  /// Distance to the nearest of an entry's pieces.
  private double distanceM(int entry, double eastM, double northM) {
    int start = shapes.start()[links[entry]];
    int last = start + Byte.toUnsignedInt(lastPiece[entry]);
    if (last == start + PIECE_MAX) {
      last = shapes.start()[links[entry] + 1] - 2;
    }
    double leastM2 = Double.POSITIVE_INFINITY;
    for (int piece = start + Byte.toUnsignedInt(firstPiece[entry]); piece <= last; piece++) {
      leastM2 = Math.min(leastM2, squareM2(piece, eastM, northM));
    }
    return Math.sqrt(leastM2);
  }

  private double squareM2(int piece, double eastM, double northM) {
    double x1 = eastM(piece);
    double y1 = northM(piece);
    double dx = eastM(piece + 1) - x1;
    double dy = northM(piece + 1) - y1;
    double t = ((eastM - x1) * dx + (northM - y1) * dy) / (dx * dx + dy * dy);
    double inside = Math.clamp(t, 0.0, 1.0);
    double offX = eastM - x1 - inside * dx;
    double offY = northM - y1 - inside * dy;
    return offX * offX + offY * offY;
  }

  private int column(double eastM) {
    return Math.clamp((long) ((eastM - westM) / cellM), 0, columns - 1);
  }

  private int row(double northM) {
    return Math.clamp((long) ((northM - southM) / cellM), 0, rows - 1);
  }

  private double eastM(int point) {
    return points.eastM(point);
  }

  private double northM(int point) {
    return points.northM(point);
  }
}
