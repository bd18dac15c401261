package dev.paddock.ui.kit;

/**
 * What icons show: lines on a grid of 24 by 24, from the Feather icons 4.29.2 (MIT, see
 * icons-LICENSE.txt). Drawn as lines and not by an icon font, because on screens of high density
 * such fonts show gaps where lines cross.
 */
public enum Symbol {
  /** What goes on. */
  ACTIVITY("M22 12L18 12L15 21L9 3L6 12L2 12"),
  /** An error. */
  ALERT_CIRCLE("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 8L12 12M12 16L12.01 16"),
  /** A warning. */
  ALERT_TRIANGLE(
      "M10.29 3.86L1.82 18a2 2 0 0 0 1.71 3h16.94a2 2 0 0 0 1.71-3L13.71 3.86a2 2 0 0 0"
          + "-3.42 0zM12 9L12 13M12 17L12.01 17"),
  /** Done. */
  CHECK("M20 6L9 17L4 12"),
  /** All is well. */
  CHECK_CIRCLE("M22 11.08V12a10 10 0 1 1-5.93-9.14M22 4L12 14.01L9 11.01"),
  /** More below. */
  CHEVRON_DOWN("M6 9L12 15L18 9"),
  /** Not begun. */
  CIRCLE("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0"),
  /** Copy. */
  COPY(
      "M11 9h9a2 2 0 0 1 2 2v9a2 2 0 0 1 -2 2h-9a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2ZM5 1"
          + "5H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v1"),
  /** An agent. */
  CPU(
      "M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2ZM"
          + "9 9h6v6h-6ZM9 1L9 4M15 1L15 4M9 20L9 23M15 20L15 23M20 9L23 9M20 14L23 14M1 9L4 "
          + "9M1 14L4 14"),
  /** A file. */
  FILE("M13 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V9zM13 2L13 9L20 9"),
  /** A script. */
  FILE_TEXT(
      "M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zM14 2L14 8L20 8M16 13L"
          + "8 13M16 17L8 17M10 9L9 9L8 9"),
  /** A folder. */
  FOLDER("M22 19a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h5l2 3h9a2 2 0 0 1 2 2z"),
  /** One more folder. */
  FOLDER_PLUS(
      "M22 19a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h5l2 3h9a2 2 0 0 1 2 2zM12 1"
          + "1L12 17M9 14L15 14"),
  /** A repository. */
  GIT_BRANCH(
      "M6 3L6 15M15 6a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M3 18a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M18"
          + " 9a9 9 0 0 1-9 9"),
  /** The network. */
  GLOBE(
      "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M2 12L22 12M12 2a15.3 15.3 0 0 1 4 10 15"
          + ".3 15.3 0 0 1-4 10 15.3 15.3 0 0 1-4-10 15.3 15.3 0 0 1 4-10z"),
  /** Home. */
  HOME("M3 9l9-7 9 7v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM9 22L9 12L15 12L15 22"),
  /** A remark. */
  INFO("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 16L12 12M12 8L12.01 8"),
  /** A credential. */
  KEY(
      "M21 2l-2 2m-7.61 7.61a5.5 5.5 0 1 1-7.778 7.778 5.5 5.5 0 0 1 7.777-7.777zm0 0L1"
          + "5.5 7.5m0 0l3 3L22 7l-3-3m-3.5 3.5L19 4"),
  /** The template. */
  LAYERS("M12 2L2 7L12 12L22 7L12 2ZM2 17L12 22L22 17M2 12L12 17L22 12"),
  /** Something new. */
  PLUS("M12 5L12 19M5 12L19 12"),
  /** Look again. */
  REFRESH_CW(
      "M23 4L23 10L17 10M1 20L1 14L7 14M3.51 9a9 9 0 0 1 14.85-3.36L23 10M1 14l4.64 4.3"
          + "6A9 9 0 0 0 20.49 15"),
  /** Once more. */
  ROTATE_CW("M23 4L23 10L17 10M20.49 15a9 9 0 1 1-2.12-9.36L23 10"),
  /** A virtual machine. */
  SERVER(
      "M4 2h16a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-4a2 2 0 0 1 2 -2ZM4 "
          + "14h16a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-4a2 2 0 0 1 2 -2ZM6 6L"
          + "6.01 6M6 18L6.01 18"),
  /** Something was kept out. */
  SHIELD("M12 22s8-4 8-10V5l-8-3-8 3v7c0 6 8 10 8 10z"),
  /** Not let through. */
  SLASH("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M4.93 4.93L19.07 19.07"),
  /** A shell. */
  TERMINAL("M4 17L10 11L4 5M12 19L20 19"),
  /** Take away. */
  X("M18 6L6 18M6 6L18 18"),
  /** Missing or failed. */
  X_CIRCLE("M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M15 9L9 15M9 9L15 15");

  private final String lines;

  Symbol(String lines) {
    this.lines = lines;
  }

  /** As an SVG path. */
  String lines() {
    return lines;
  }
}
