from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class PublishedPages(BaseModel):
    pages: Optional["PublishedPagesPages"]


class PublishedPagesPages(BaseModel):
    edges: list["PublishedPagesPagesEdges"]
    page_info: "PublishedPagesPagesPageInfo" = Field(alias="pageInfo")


class PublishedPagesPagesEdges(BaseModel):
    node: "PublishedPagesPagesEdgesNode"


class PublishedPagesPagesEdgesNode(BaseModel):
    id: str
    slug: str
    title: str
    content: str | None
    turkish: Optional["PublishedPagesPagesEdgesNodeTurkish"]
    english: Optional["PublishedPagesPagesEdgesNodeEnglish"]


class PublishedPagesPagesEdgesNodeTurkish(BaseModel):
    title: str | None
    content: str | None


class PublishedPagesPagesEdgesNodeEnglish(BaseModel):
    title: str | None
    content: str | None


PublishedPagesPagesPageInfo = NextPage
PublishedPages.model_rebuild()
PublishedPagesPages.model_rebuild()
PublishedPagesPagesEdges.model_rebuild()
PublishedPagesPagesEdgesNode.model_rebuild()
